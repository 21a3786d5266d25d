import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const to37 = migrations.filter(({ id }) => id <= 37)
const insertJob = `insert into print_jobs (id, carton_code, revision, side, page, printer_id, state, mark, bytes, created_at, changed_at)`

const older = (): Database.Database => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  database.pragma('foreign_keys = on')
  migrate(
    database,
    migrations.filter(({ id }) => id < 36),
  )
  database.exec(
    `insert into orders values ('BH1', 1, 'packing', '{}', null, 'a');
     insert into cartons (code, order_no, carton_no, state, box_type, opened_at) values ('LS1', 'BH1', 1, 'open', '{}', 'a');
     insert into sync_cursors values ('changes', 'c9', 'a'), ('skus', 's9', 'a');
     ${insertJob} values (7, 'LS1', 1, 1, 1, 'p1', 'sent', '{}', x'0a', 'a', 'b'), (9, 'LS1', 1, 2, 1, 'p1', 'allocated', '{}', null, 'a', 'b')`,
  )
  return database
}

describe('schema 37', () => {
  it('keeps every print job under its number, counts on, and pulls the orders once more', () => {
    const database = older()
    const jobs = () =>
      database
        .prepare('select id, carton_code, state, bytes, created_at, changed_at from print_jobs')
        .all()
    const before = jobs()
    migrate(database, to37)
    expect(jobs()).toEqual(before)
    const next = database.prepare(
      `${insertJob} values (null, 'LS1', 1, 1, 2, 'p1', 'allocated', '{}', null, 'a', 'a')`,
    )
    expect(next.run().lastInsertRowid).toBe(10)
    expect(database.prepare('select feed from sync_cursors').all()).toEqual([{ feed: 'skus' }])
  })

  it.each([
    [
      'a label of nothing',
      `${insertJob} values (1, 'LS2', 0, 1, 1, 'p1', 'allocated', '{}', null, 'a', 'a')`,
    ],
    ['a withdrawal without a reason', `update print_jobs set state = 'withdrawn' where id = 9`],
    ['a reason without a withdrawal', `update print_jobs set withdrawn_reason = 'x' where id = 9`],
    [
      'a hold that nobody knows since when',
      `insert into printer_holds (printer_id, cause) values ('p1', 'packer')`,
    ],
    [
      'one carton number on two planned marks',
      `insert into planned_marks values ('LS3', 'BH1', 5, 'a'), ('LS4', 'BH1', 5, 'a')`,
    ],
  ])('refuses %s', (_what, statement) => {
    const database = older()
    migrate(database, to37)
    expect(() => database.exec(statement)).toThrow(/constraint|belongs to/i)
  })

  it('takes a label of a planned mark, which has no carton yet', () => {
    const database = older()
    migrate(database, to37)
    database.exec(`insert into planned_marks values ('LS2', 'BH1', 2, 'a')`)
    database.exec(
      `${insertJob} values (11, 'LS2', 0, 1, 1, 'p1', 'allocated', '{}', null, 'a', 'a')`,
    )
    expect(database.prepare('select count(*) as jobs from print_jobs').get()).toEqual({ jobs: 3 })
  })
})
