import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

it('leaves the cartons that are there as their box types say', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(
    database,
    migrations.filter(({ id }) => id < 53),
  )
  database.pragma('foreign_keys = off')
  database.exec(`
    insert into cartons (code, order_no, carton_no, revision, state, box_type, opened_at)
      values ('LS1', 'BH1', 1, 1, 'open', '{}', 'now');
  `)
  migrate(database, migrations)
  expect(database.prepare('select measured from cartons').pluck().all()).toEqual([null])
  expect(() => database.exec(`update cartons set measured = '60 cm'`)).toThrow('CHECK')
})
