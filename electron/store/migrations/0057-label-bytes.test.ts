import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const older = (): Database.Database => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(
    database,
    migrations.filter(({ id }) => id < 57),
  )
  database.pragma('foreign_keys = on')
  database.exec(
    `insert into orders values ('BH1', 1, 'packing', '{}', null, 'a');
     insert into cartons (code, order_no, carton_no, state, box_type, opened_at) values ('LS1', 'BH1', 1, 'open', '{}', 'a');
     insert into print_jobs (id, carton_code, revision, side, page, printer_id, state, mark, bytes, sha256, created_at,
         changed_at, after_scan)
       values (7, 'LS1', 1, 1, 1, 'p1', 'sent', '{"a":1}', x'0a0b', 'h', 'a', 'b', 3),
         (9, 'LS1', 1, 2, 1, 'p1', 'allocated', '{}', null, null, 'a', 'b', null)`,
  )
  return database
}

it('keeps each label and its bytes under its number, and counts on', () => {
  const database = older()
  const columns = 'id, carton_code, side, state, mark, sha256, created_at, changed_at, after_scan'
  const jobs = () => database.prepare(`select ${columns} from print_jobs order by id`).all()
  const before = jobs()
  migrate(database, migrations)
  expect(jobs()).toEqual(before)
  expect(database.prepare('select * from label_bytes').all()).toEqual([
    { job_id: 7, bytes: Buffer.from([0x0a, 0x0b]) },
  ])
  const next = database.prepare(
    `insert into print_jobs (carton_code, revision, side, page, printer_id, state, mark, created_at, changed_at)
     values ('LS1', 1, 1, 2, 'p1', 'allocated', '{}', 'a', 'a')`,
  )
  expect(next.run().lastInsertRowid).toBe(10)
  expect(database.pragma('foreign_key_check')).toEqual([])
})

it('sends no label without its bytes, and knows no bytes without their label', () => {
  const database = older()
  migrate(database, migrations)
  const send = `update print_jobs set state = 'sending' where id = 9`
  expect(() => database.exec(send)).toThrow('a label that is sent has its bytes')
  expect(() => database.exec(`insert into label_bytes values (99, x'00')`)).toThrow('FOREIGN KEY')
  database.exec(`insert into label_bytes values (9, x'00')`)
  expect(() => database.exec(send)).not.toThrow()
})
