import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const pallet = (order: string, no: number, turn: number, label: string): string =>
  `insert into pallets (order_no, pallet_no, label, turn, after_scan, begun_at) values ('${order}', ${no}, ${label}, ${turn}, 0, 'now')`
const put = (code: string, id: number): string =>
  `insert into pallet_cartons (code, pallet, put_at) values ('${code}', ${id}, 'now')`
const label = `'340123450000000017'`

it('leaves the cartons that are there on no pallet, and none can be on two, on one that is none, or under a label of another', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(
    database,
    migrations.filter(({ id }) => id < 55),
  )
  database.exec(`
    insert into orders (order_no, revision, status, header, pulled_at)
      values ('BH1', 1, 'packing', '{}', 'now'), ('BH2', 1, 'packing', '{}', 'now');
    insert into cartons (code, order_no, carton_no, state, box_type, gross_g, opened_at, sealed_at)
      values ('LS1', 'BH1', 1, 'verified', '{}', 1, 'now', 'now');
  `)
  migrate(database, migrations)
  database.pragma('foreign_keys = on')
  expect(database.prepare('select code from pallet_cartons').all()).toEqual([])
  database.exec(pallet('BH1', 1, 1, label))
  database.exec(pallet('BH1', 2, 2, 'null'))
  database.exec(pallet('BH2', 1, 1, 'null'))
  database.exec(put('LS1', 1))
  expect(() => database.exec(put('LS1', 2))).toThrow('UNIQUE')
  expect(() => database.exec(put('LS9', 1))).toThrow('FOREIGN KEY')
  expect(() => database.exec(`update pallet_cartons set pallet = 9`)).toThrow('FOREIGN KEY')
  expect(() => database.exec(`delete from pallets where id = 1`)).toThrow('FOREIGN KEY')
  expect(() => database.exec(pallet('BH1', 2, 3, 'null'))).toThrow('UNIQUE')
  expect(() => database.exec(pallet('BH1', 3, 2, 'null'))).toThrow('UNIQUE')
  expect(() => database.exec(pallet('BH2', 2, 2, label))).toThrow('UNIQUE')
  expect(() => database.exec(pallet('BH2', 2, 2, `'17'`))).toThrow('CHECK')
})
