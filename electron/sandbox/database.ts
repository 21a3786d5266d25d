import BetterSqlite3 from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { storeFault } from '#electron/store/index.ts'
import { AppError } from '#shared/errors.ts'
import { type Database, prepareDatabase } from './prepare-database.ts'
import type { SandboxTables } from './tables.ts'

export type { Database } from './prepare-database.ts'

const openFile = (file: string): BetterSqlite3.Database => {
  const sqlite = new BetterSqlite3(file, { timeout: 0 })
  try {
    // Exclusive: a second server on this folder would hand out the same codes.
    sqlite.pragma('locking_mode = exclusive')
    sqlite.pragma('journal_mode = wal')
    sqlite.pragma('synchronous = full')
    sqlite.pragma('foreign_keys = on')
    sqlite.exec('begin immediate; commit')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** More than the server has, and few enough to hold those that carry a hundred rows. */
const mostStatements = 500

/** The file as the dialect wants it: what it asks for again is not compiled again. */
const withPrepared = (file: BetterSqlite3.Database): SqliteDatabase => {
  const prepared = new Map<string, BetterSqlite3.Statement>()
  return {
    close: () => void file.close(),
    prepare: (text) => {
      const known = prepared.get(text)
      if (known !== undefined) return known
      if (prepared.size >= mostStatements) prepared.clear()
      const statement = file.prepare(text)
      prepared.set(text, statement)
      return statement
    },
  }
}

/** SQLite only says "database is locked"; whoever reads this wants to know which folder, and by whom. */
const named = (fault: unknown, folder: string): unknown =>
  fault instanceof AppError && fault.code === 'store-in-use'
    ? new AppError(fault.code, `${folder} is in use by another server`, {
        details: fault.details,
        cause: fault,
      })
    : fault

/**
 * Opens `sandbox.db` in `folder`, creating and migrating it; this process alone may hold it.
 * @throws AppError store-in-use, store-read-only, store-full, store-corrupt, store-newer-schema
 */
export const openDatabase = async (folder: string): Promise<Database> => {
  const file = join(folder, 'sandbox.db')
  try {
    mkdirSync(folder, { recursive: true })
    const sqlite = new SqliteDialect({ database: withPrepared(openFile(file)) })
    return await prepareDatabase(new Kysely<SandboxTables>({ dialect: sqlite }), file)
  } catch (error) {
    throw named(storeFault(error, file), folder)
  }
}
