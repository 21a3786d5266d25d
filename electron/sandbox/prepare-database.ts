import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { randomInt } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import { migrations } from './migrations/index.ts'
import type { SandboxTables } from './tables.ts'
import { feedId, pairingCode } from './tokens.ts'

export type Database = Kysely<SandboxTables>

const migrate = async (db: Database, where: string): Promise<void> => {
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
  throw new AppError(code, message, { details: { file: where }, cause })
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

/**
 * Brings a database up to date; closes it when that fails.
 * @param where names it in errors
 */
export const prepareDatabase = async (db: Database, where: string): Promise<Database> => {
  try {
    await migrate(db, where)
    await createServerRow(db)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}
