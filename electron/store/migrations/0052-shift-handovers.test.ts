import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const shift = (state: string, ended: string): string =>
  `insert into shift_handovers (state, started_at, ended_at, items) values ('${state}', 'now', ${ended}, '[]')`

it('lets one handover run at a time, and knows when each of the others ended', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(database, migrations)
  database.exec(shift('running', 'null'))
  database.exec(shift('done', `'later'`))
  database.exec(shift('broken-off', `'later'`))
  expect(() => database.exec(shift('running', 'null'))).toThrow('UNIQUE')
  expect(() => database.exec(shift('done', 'null'))).toThrow('CHECK')
})
