import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backupNamePattern } from '#shared/contract/backup-name.ts'

export interface Backup {
  readonly name: string
  /** Number of the last command in it. */
  readonly seq: number
  /** UTC, as in the name: `20261123T093012345Z`. */
  readonly stamp: string
}

const newestKept = 5
const daysKept = 14

export const backupFolder = (storeFile: string): string => join(dirname(storeFile), 'backups')

const parseName = (name: string): Backup[] => {
  const [, seq, stamp] = backupNamePattern.exec(name) ?? []
  return seq === undefined || stamp === undefined ? [] : [{ name, seq: Number(seq), stamp }]
}

/** The newest first. */
export const sortBackups = (names: readonly string[]): readonly Backup[] =>
  names.flatMap(parseName).toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))

/** The newest first. */
export const listBackups = (storeFile: string): readonly Backup[] => {
  const folder = backupFolder(storeFile)
  return existsSync(folder) ? sortBackups(readdirSync(folder)) : []
}

export const stampOf = (time: Date): string => time.toISOString().replaceAll(/[-:.]/g, '')

/** ISO 8601. */
export const timeOf = (stamp: string): string =>
  stamp.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z$/, '$1-$2-$3T$4:$5:$6.$7Z')

/** The stamp of the next backup: always later than the newest, wherever the wall clock stands. */
export const nextStamp = (newest: Backup | undefined, now: Date): string => {
  const stamp = stampOf(now)
  if (newest === undefined || stamp > newest.stamp) return stamp
  return stampOf(new Date(new Date(timeOf(newest.stamp)).getTime() + 1))
}

/** What nobody will miss: all but the newest five and the last of each of the newest fourteen days. */
export const obsoleteBackups = (backups: readonly Backup[]): readonly Backup[] => {
  const lastOfDay = new Map<string, Backup>()
  for (const backup of backups) {
    const day = backup.stamp.slice(0, 8)
    if (!lastOfDay.has(day)) lastOfDay.set(day, backup)
  }
  const kept = new Set([
    ...backups.slice(0, newestKept),
    ...[...lastOfDay.values()].slice(0, daysKept),
  ])
  return backups.filter((backup) => !kept.has(backup))
}
