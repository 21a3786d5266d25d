import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { station } from './0010-station.ts'

const database = (): Database.Database => {
  const fresh = new Database(':memory:')
  onTestFinished(() => void fresh.close())
  fresh.pragma('foreign_keys = on')
  migrate(fresh, [station])
  fresh.exec(`
    insert into orders values ('BH1', 1, 'packing', '{}', null, 'now');
    insert into order_lines values ('BH1', 1, 'A', 5, 0, '{}');
    insert into cartons values ('LS0000000001X', 'BH1', 1, 1, 'open', '{}', null, null, null, 'now', null);
  `)
  return fresh
}

/** What the schema itself refuses, whatever the program does. */
describe('schema 10', () => {
  it.each([
    ['more units than ordered', `update order_lines set packed = 6`],
    ['fewer units than none', `update order_lines set packed = -1`],
    [
      'two cartons with one number',
      `insert into cartons values ('LS0000000002X', 'BH1', 1, 1, 'open', '{}', null, null, null, 'now', null)`,
    ],
    [
      'a carton code twice',
      `insert into cartons values ('LS0000000001X', 'BH1', 2, 1, 'open', '{}', null, null, null, 'now', null)`,
    ],
    ['a sealed carton without a weight', `update cartons set state = 'sealed'`],
    [
      'contents of a carton that is not there',
      `insert into carton_contents values ('LS9', 'A', 1, 0)`,
    ],
    [
      'two label identities at one place',
      `insert into print_jobs (carton_code, revision, side, page, copy, printer_id, state, mark, created_at, changed_at)
       values ('LS0000000001X', 1, 1, 1, 0, 'p', 'allocated', '{}', 'now', 'now'),
              ('LS0000000001X', 1, 1, 1, 0, 'p', 'allocated', '{}', 'now', 'now')`,
    ],
    [
      'a label that is sent before its bytes are stored',
      `insert into print_jobs (carton_code, revision, side, page, copy, printer_id, state, mark, created_at, changed_at)
       values ('LS0000000001X', 1, 1, 1, 0, 'p', 'sending', '{}', 'now', 'now')`,
    ],
    [
      'two commands with one sequence number',
      `insert into outbox values (1, 1, 't', '{}', 'h', 'now', null), (1, 1, 't', '{}', 'h', 'now', null)`,
    ],
  ])('refuses %s', (_what, statement) => {
    expect(() => database().exec(statement)).toThrow(/constraint/i)
  })
})
