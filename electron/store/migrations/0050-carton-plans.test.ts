import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

it('keeps the marks that cartons have and the way they were packed, and knows the new one', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(
    database,
    migrations.filter(({ id }) => id < 50),
  )
  database.pragma('foreign_keys = off')
  database.exec(`
    insert into cartons (code, order_no, carton_no, revision, state, box_type, opened_at)
      values ('LS1', 'BH1', 1, 3, 'open', '{}', 'now');
    insert into bench (only, step, next_box_type, mode) values (1, 'packing', 'M', 'whole-case');
  `)
  migrate(database, migrations)
  expect(database.prepare('select mark_revision, plan from cartons').get()).toEqual({
    mark_revision: 3,
    plan: null,
  })
  expect(database.prepare('select mode from bench').pluck().get()).toBe('whole-case')
  database.exec(`update bench set mode = 'planned'`)
  expect(() => database.exec(`update bench set mode = 'by-heart'`)).toThrow('CHECK')
})
