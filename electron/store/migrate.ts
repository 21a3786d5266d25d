import type { Database } from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import type { Migration } from './migrations/migration.ts'

/**
 * Brings the schema up to date, each step in its own transaction.
 * @param before called once before a schema that holds data is changed; what it throws stops the migration
 * @throws AppError store-newer-schema when a newer program has already changed this file
 */
export const migrate = (
  database: Database,
  migrations: readonly Migration[],
  before: () => void = () => undefined,
): void => {
  const version = Number(database.pragma('user_version', { simple: true }))
  const newest = migrations.at(-1)?.id ?? 0
  if (version > newest) {
    throw new AppError('store-newer-schema', `schema ${version} is newer than ${newest}`, {
      details: { found: version, known: newest },
    })
  }
  if (version > 0 && version < newest) before()
  for (const migration of migrations) {
    if (migration.id <= version) continue
    database
      .transaction(() => {
        database.exec(migration.up)
        database.pragma(`user_version = ${migration.id}`)
      })
      .exclusive()
  }
}
