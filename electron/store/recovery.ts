import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { backupFolder, listBackups, stampOf, timeOf } from './backup-names.ts'
import { fullCheck, positionOf, readDatabase } from './check-database.ts'
import { databaseFiles, putInPlace, syncFolder } from './durable-files.ts'
import { storeFault } from './faults.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { noteClosed } from './unclean-exit.ts'

/** A backup that is ready to become the store. */
const pendingOf = (storeFile: string): string => `${storeFile}.restoring`

const newestGoodBackup = (storeFile: string) =>
  listBackups(storeFile).find(({ name }) => {
    try {
      return fullCheck(join(backupFolder(storeFile), name)) === null
    } catch {
      return false
    }
  })

interface Lost {
  readonly lost: number
  readonly lostScans: number
}

/** Commands and scans of the damaged store that the backup does not hold; nothing when they cannot be counted any more. */
const lostBetween = (storeFile: string, name: string): Lost | Record<string, never> => {
  try {
    const here = readDatabase(storeFile, positionOf)
    const there = readDatabase(join(backupFolder(storeFile), name), positionOf)
    return {
      lost: Math.max(0, here.commands - there.commands),
      lostScans: Math.max(0, here.scans - there.scans),
    }
  } catch {
    return {}
  }
}

/**
 * Completes `store-corrupt` by what can be done about it: the newest backup that is good, when it was made, and how many
 * commands and scans newer than it are lost. Nothing is touched.
 */
export const offerBackup = (fault: AppError): AppError => {
  const file = String(fault.details['file'])
  const backup = newestGoodBackup(file)
  const offer =
    backup === undefined
      ? { backup: null }
      : {
          backup: backup.name,
          backupAt: timeOf(backup.stamp),
          ...lostBetween(file, backup.name),
        }
  return new AppError('store-corrupt', fault.message, {
    details: { ...fault.details, ...offer },
    cause: fault,
  })
}

/**
 * What was true when the backup was made may be so no more. Its codes and numbers may be on cartons since, its labels on
 * paper, its sequence numbers at the server: none of them is used again. Everything is pulled again.
 */
const beginAnew = `
  update station set restored = 1;
  update code_blocks set next = last + 1;
  update number_runs set next = last + 1;
  delete from sync_cursors;
  update print_jobs
    set state = 'uncertain',
      problem = '{"code":"printer-interrupted","message":"restored from a backup","details":{},"retryable":false}'
    where state in ('allocated', 'rendered', 'sending', 'failed');
`

const prepare = (backup: string, pending: string): void => {
  for (const file of databaseFiles(pending)) rmSync(file)
  copyFileSync(backup, pending)
  const database = new Database(pending, { fileMustExist: true })
  try {
    database.pragma('journal_mode = delete')
    database.pragma('foreign_keys = on')
    migrate(database, migrations)
    database.transaction(() => database.exec(beginAnew)).exclusive()
  } finally {
    database.close()
  }
  const found = fullCheck(pending)
  if (found !== null) {
    throw new AppError('store-corrupt', `the backup is damaged: ${found}`, {
      details: { file: backup },
    })
  }
}

/** The store first: as long as it lies in its place, nothing has been decided. */
const moveAside = (storeFile: string): void => {
  const folder = dirname(storeFile)
  const aside = join(folder, `damaged-${stampOf(new Date())}`)
  mkdirSync(aside, { recursive: true })
  for (const file of databaseFiles(storeFile)) renameSync(file, join(aside, basename(file)))
  syncFolder(aside)
}

/** Goes on with a restore that was cut short. Call it under the folder's lock, before the store is opened. */
export const finishRestore = (storeFile: string): void => {
  const pending = pendingOf(storeFile)
  if (!existsSync(pending)) return
  if (existsSync(storeFile)) {
    for (const file of databaseFiles(pending)) rmSync(file)
    return
  }
  // The log of the damaged store must never be played into the restored one.
  if (databaseFiles(storeFile).length > 0) moveAside(storeFile)
  putInPlace(pending, storeFile)
}

/**
 * Puts a backup in the place of a damaged store, whose files are kept under `damaged-<time>/`. The store must be closed.
 * @throws AppError of the store when the backup cannot be used; then nothing has changed
 */
export const restoreBackup = (storeFile: string, name: string): void => {
  const known = listBackups(storeFile).find((backup) => backup.name === name)
  if (known === undefined) {
    throw new AppError('invalid-input', `there is no backup ${name}`, { details: { path: 'name' } })
  }
  try {
    const lock = lockFolder(dirname(storeFile))
    try {
      const pending = pendingOf(storeFile)
      prepare(join(backupFolder(storeFile), known.name), pending)
      moveAside(storeFile)
      putInPlace(pending, storeFile)
      noteClosed(dirname(storeFile))
    } finally {
      lock.release()
    }
  } catch (error) {
    throw storeFault(error, storeFile)
  }
}
