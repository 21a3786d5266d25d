import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const older = (): Database.Database => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  database.pragma('foreign_keys = on')
  migrate(
    database,
    migrations.filter(({ id }) => id < 39),
  )
  return database
}

it('lets the cartons that were verified before teach too, in the order they were sealed', () => {
  const database = older()
  database.exec(
    `insert into orders values ('BH1', 1, 'packing', '{"seller":{"code":"S1"}}', null, 'a'), ('BH2', 1, 'packing', '{}', null, 'a');
     insert into cartons (code, order_no, carton_no, state, box_type, gross_g, weight_source, opened_at, sealed_at) values
       ('LS1', 'BH1', 1, 'verified', '{}', 900, 'scale', 'a', 'c'), ('LS2', 'BH1', 2, 'verified', '{}', 900, 'scale', 'a', 'b'),
       ('LS3', 'BH1', 3, 'sealed', '{}', 900, 'scale', 'a', 'a'), ('LS4', 'BH2', 1, 'verified', '{}', 900, 'scale', 'a', 'a');
     insert into carton_contents values ('LS1', 'MUG', 2, 1), ('LS1', 'LID', 2, 2), ('LS2', 'MUG', 3, 1), ('LS3', 'MUG', 3, 1), ('LS4', 'MUG', 3, 1)`,
  )
  migrate(database, migrations)
  expect(database.prepare('select * from sku_cartons').all()).toEqual([
    { seller: 'S1', sku: 'LID', nth: 1, code: 'LS1' },
    { seller: 'S1', sku: 'MUG', nth: 1, code: 'LS2' },
    { seller: 'S1', sku: 'MUG', nth: 2, code: 'LS1' },
  ])
})

it('finds the newest cartons of a SKU by its key alone', () => {
  const database = older()
  migrate(database, migrations)
  const plan = database
    .prepare(
      `explain query plan select code from sku_cartons where seller = 'S1' and sku = 'MUG' order by nth desc limit 30`,
    )
    .all()
  expect(JSON.stringify(plan)).toContain('USING PRIMARY KEY (seller=? AND sku=?)')
  expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE')
})
