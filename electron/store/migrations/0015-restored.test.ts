import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { station } from './0010-station.ts'
import { restored } from './0015-restored.ts'

it('schema 15 takes a station for one that was never restored', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(database, [station])
  database.exec(`insert into station values (1, 'st-1', 2, 17)`)
  migrate(database, [station, restored])
  expect(database.prepare('select * from station').all()).toEqual([
    { only: 1, station_id: 'st-1', epoch: 2, last_seq: 17, restored: 0 },
  ])
  expect(() => database.exec('update station set restored = 2')).toThrow(/constraint/i)
})
