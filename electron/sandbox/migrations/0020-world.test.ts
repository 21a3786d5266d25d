import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

it('keeps the stations of a database of the first version, unfenced and on time', async () => {
  const folder = tempFolder()
  const database = new BetterSqlite3(join(folder, 'sandbox.db'))
  const old = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
  const first = Object.fromEntries(Object.entries(migrations).slice(0, 1))
  const provider = { getMigrations: () => Promise.resolve(first) }
  expect(await new Migrator({ db: old, provider }).migrateToLatest()).not.toHaveProperty('error')
  database.exec(`
    insert into server values (1, 'aabbccddeeff', 'AAAA-BBBB', 5, 7);
    insert into stations values ('st-1', 'Bench 1', 3, 'hash', 9, '2026-11-23T00:00:00Z');
  `)
  await old.destroy()

  const db = await openDatabase(folder)
  try {
    expect(await db.selectFrom('server').selectAll().execute()).toMatchObject([
      { pairing_code: 'AAAA-BBBB', next_serial: 5, world_offset_s: 0 },
    ])
    expect(await db.selectFrom('stations').selectAll().execute()).toMatchObject([
      { station_id: 'st-1', epoch: 3, last_seq: 9, fenced_at: null },
    ])
  } finally {
    await db.destroy()
  }
})
