import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { station } from './0010-station.ts'
import { restored } from './0015-restored.ts'
import { orderLife } from './0020-order-life.ts'

/** A station that had packed 3 of 5 before rights were known. */
const database = (): Database.Database => {
  const fresh = new Database(':memory:')
  onTestFinished(() => void fresh.close())
  fresh.pragma('foreign_keys = on')
  migrate(fresh, [station, restored])
  fresh.exec(`
    insert into orders values ('BH1', 1, 'packing', '{}', null, 'now');
    insert into order_lines values ('BH1', 1, 'A', 5, 3, '{}');
    insert into cartons values ('LS0000000001X', 'BH1', 1, 1, 'open', '{}', null, null, null, 'now', null);
  `)
  migrate(fresh, [station, restored, orderLife])
  return fresh
}

describe('schema 20', () => {
  it('keeps what was packed, and grants no more than that', () => {
    const line = database().prepare('select ordered, packed, granted, surplus from order_lines')
    expect(line.get()).toEqual({ ordered: 5, packed: 3, granted: 3, surplus: 0 })
  })

  it.each([
    ['more units than ordered', `update order_lines set packed = 6`],
    ['an answer without a declaration', `update order_closings set refused = '{}'`],
    [
      'two open decisions on one order',
      `insert into decisions (order_no, kind, revision, theirs, at) values
        ('BH1', 'amended', 2, '{}', 'now'), ('BH1', 'cancelled', 3, '{}', 'now')`,
    ],
    [
      'two recounts at once',
      `insert into recounts (code, revision, state, scans, started_at) values
        ('LS0000000001X', 1, 'counting', '[]', 'now'), ('LS0000000001X', 1, 'counting', '[]', 'now')`,
    ],
    [
      'a finished recount without what was expected',
      `insert into recounts (code, revision, state, scans, started_at) values
        ('LS0000000001X', 1, 'finished', '[]', 'now')`,
    ],
  ])('refuses %s', (_what, statement) => {
    const fresh = database()
    fresh.exec(
      `insert into order_closings (order_no, short, closed_at) values ('BH1', '{}', 'now')`,
    )
    expect(() => fresh.exec(statement)).toThrow(/constraint/i)
  })
})
