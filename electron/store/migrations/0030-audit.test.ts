import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { audit } from './0030-audit.ts'

const database = (): Database.Database => {
  const fresh = new Database(':memory:')
  onTestFinished(() => void fresh.close())
  migrate(fresh, [audit])
  fresh.exec(
    `insert into audit (kind, who, why, at) values ('accepted', '王敏', '旧电脑', 'now'), ('noted', 'it', 'b', 'now')`,
  )
  return fresh
}

describe('schema 30', () => {
  it.each([
    ['an entry that is changed', `update audit set who = 'nobody' where seq = 1`],
    ['an entry that is taken out', `delete from audit where seq = 2`],
    [
      'an entry nobody stands for',
      `insert into audit (kind, who, why, at) values ('k', '', 'w', 'now')`,
    ],
    [
      'an entry without a reason',
      `insert into audit (kind, who, why, at) values ('k', 'w', '', 'now')`,
    ],
  ])('refuses %s', (_what, statement) => {
    const fresh = database()
    expect(() => fresh.exec(statement)).toThrow(/constraint|only added to/i)
    expect(fresh.prepare('select seq, who from audit').all()).toEqual([
      { seq: 1, who: '王敏' },
      { seq: 2, who: 'it' },
    ])
  })
})
