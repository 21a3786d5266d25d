import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

it('keeps every scan under its number, and counts on', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(
    database,
    migrations.filter(({ id }) => id < 35),
  )
  database.exec(
    `insert into scans (order_no, carton_code, source, text, outcome, sku, units, undone, at) values
      ('BH1', 'LS1', 'wedge', '6925', 'accepted', 'MUG', 6, 0, 'a'), (null, null, 'wedge', 'x', 'unknown', null, 0, 0, 'b'),
      ('BH1', 'LS1', 'virtual', '6925', 'accepted', 'MUG', 1, 1, 'c')`,
  )
  const all = () => database.prepare('select * from scans order by id').all()
  const before = all()
  migrate(
    database,
    migrations.filter(({ id }) => id <= 35),
  )
  expect(all()).toEqual(before)
  const add = database.prepare(
    `insert into scans (source, text, outcome, at) values ('wedge', 'y', 'unknown', 'd')`,
  )
  expect(add.run().lastInsertRowid).toBe(4)
  expect(() => database.exec('update scans set undone = 2')).toThrow(/constraint/i)
  const plan = database
    .prepare(
      `explain query plan select id from scans
        where carton_code = 'LS1' and outcome = 'accepted' and undone = 0 order by id`,
    )
    .all()
  expect(JSON.stringify(plan)).toContain('INDEX scans_accepted (carton_code=?)')
})
