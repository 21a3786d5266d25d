import Database from 'better-sqlite3'
import { mkdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Backup,
  backupFolder,
  listBackups,
  nextStamp,
  obsoleteBackups,
} from './backup-names.ts'
import { fullCheck, positionOf, readDatabase, type StorePosition } from './check-database.ts'
import { databaseFiles, putInPlace } from './durable-files.ts'

/** A step copies about 4 MB. */
const pagesPerStep = 1_000
/** Left free on the disk, in bytes: a backup must never be what stops the packing. */
const roomForPacking = 64_000_000

const assertRoom = (storeFile: string, folder: string): void => {
  const size = databaseFiles(storeFile).reduce((sum, file) => sum + statSync(file).size, 0)
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= size + roomForPacking) return
  throw Object.assign(new Error('there is no room for a backup'), { code: 'ENOSPC' })
}

/** One file, complete without a log beside it. */
const intoOneFile = (file: string): void => {
  const copy = new Database(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}

const verify = (file: string, expected: StorePosition): void => {
  const found = fullCheck(file)
  if (found !== null) throw new Error(`the copy is damaged: ${found}`)
  const position = readDatabase(file, positionOf)
  if (JSON.stringify(position) === JSON.stringify(expected)) return
  throw new Error(`the copy stands at command ${position.lastSeq}, not ${expected.lastSeq}`)
}

/** Proves the copy, gives it its name and lets go of older ones that nobody will miss. */
const keep = (unfinished: string, storeFile: string, position: StorePosition): Backup => {
  verify(unfinished, position)
  const folder = backupFolder(storeFile)
  const stamp = nextStamp(listBackups(storeFile)[0], new Date())
  const name = `station-${position.lastSeq}-${stamp}.db`
  putInPlace(unfinished, join(folder, name))
  for (const old of obsoleteBackups(listBackups(storeFile))) rmSync(join(folder, old.name))
  return { name, seq: position.lastSeq, stamp }
}

const clear = (unfinished: string): void => {
  for (const file of databaseFiles(unfinished)) rmSync(file, { force: true })
}

/** Where the copy grows; what an earlier run left there goes first. */
const begin = (storeFile: string): string => {
  const unfinished = join(backupFolder(storeFile), 'unfinished.db')
  mkdirSync(backupFolder(storeFile), { recursive: true })
  clear(unfinished)
  assertRoom(storeFile, backupFolder(storeFile))
  return unfinished
}

const copyOnline = async (storeFile: string, to: string): Promise<StorePosition> => {
  const source = new Database(storeFile, { readonly: true, fileMustExist: true })
  try {
    // Without a snapshot every commit of the station would begin the copy anew.
    source.exec('begin')
    const position = positionOf(source)
    await source.backup(to, { progress: () => pagesPerStep })
    return position
  } finally {
    source.close()
  }
}

/**
 * Backs up a store that may be at work: for a worker, because the checks take as long as they take. The snapshot is held
 * by a reader, which stops no writer. Throws what SQLite and the file system throw.
 */
export const makeBackup = async (storeFile: string): Promise<Backup> => {
  const unfinished = begin(storeFile)
  try {
    const position = await copyOnline(storeFile, unfinished)
    intoOneFile(unfinished)
    return keep(unfinished, storeFile, position)
  } finally {
    clear(unfinished)
  }
}

/** Backs up a store that nobody works with yet, before its schema changes; done when it returns. */
export const makeBackupNow = (database: Database.Database, storeFile: string): Backup => {
  const unfinished = begin(storeFile)
  try {
    const position = positionOf(database)
    database.prepare('vacuum into ?').run(unfinished)
    return keep(unfinished, storeFile, position)
  } finally {
    clear(unfinished)
  }
}
