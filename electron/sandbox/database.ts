import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { mkdirSync } from 'node:fs'
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { storeFault } from '#electron/store/index.ts'
import { AppError } from '#shared/errors.ts'
import { migrations } from './migrations/index.ts'
import type { SandboxTables } from './tables.ts'
import { feedId, pairingCode } from './tokens.ts'

export type Database = Kysely<SandboxTables>

const migrate = async (db: Database, file: string): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  })
  const { error: cause } = await migrator.migrateToLatest()
  if (cause === undefined) return
  const message =
    cause instanceof Error ? cause.message : 'the database cannot be brought up to date'
  // Kysely's words for a step that ran and that this program does not know.
  const code = message.includes('previously executed migration') ? 'store-newer-schema' : 'internal'
  throw new AppError(code, message, { details: { file }, cause })
}

const createServerRow = (db: Database): Promise<unknown> =>
  db
    .insertInto('server')
    .values({
      only: 1,
      feed_id: feedId(),
      pairing_code: pairingCode(),
      // A server built anew begins elsewhere: it should not lease codes that its predecessor leased.
      next_serial: randomInt(0, 9_000_000) * 1000 + 1,
      next_position: 1,
    })
    .onConflict((conflict) => conflict.column('only').doNothing())
    .execute()

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
    const db: Database = new Kysely<SandboxTables>({
      dialect: new SqliteDialect({ database: openFile(file) }),
    })
    try {
      await migrate(db, file)
      await createServerRow(db)
      return db
    } catch (error) {
      await db.destroy()
      throw error
    }
  } catch (error) {
    throw named(storeFault(error, file), folder)
  }
}
