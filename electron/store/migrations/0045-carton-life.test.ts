import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const newest = (): Database.Database => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(database, migrations)
  return database
}

it('finds the facts and the recounts of one carton without reading those of others', () => {
  const database = newest()
  const planOf = (query: string): string =>
    JSON.stringify(database.prepare(`explain query plan ${query}`).all())
  expect(
    planOf(
      `select seq from outbox where json_extract(payload, '$.carton_code') = 'LS1' and json_extract(payload, '$.carton_code') is not null order by epoch, seq`,
    ),
  ).toContain('USING INDEX outbox_carton')
  expect(planOf(`select id from recounts where code = 'LS1' order by id`)).toContain(
    'INDEX recounts_code',
  )
})

it('leaves commands that are about no carton out of the index', () => {
  const database = newest()
  const insert = database.prepare(
    `insert into outbox (epoch, seq, type, payload, hash, created_at) values (1, ?, ?, ?, 'h', 'a')`,
  )
  insert.run(1, 'lease-codes', '{"count":5}')
  insert.run(2, 'carton-verified', '{"carton_code":"LS1"}')
  const found = database
    .prepare(`select seq from outbox where json_extract(payload, '$.carton_code') is not null`)
    .all()
  expect(found).toEqual([{ seq: 2 }])
})
