import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const upTo = (database: Database.Database, id: number): void =>
  migrate(
    database,
    migrations.filter((migration) => migration.id <= id),
  )

it('knows the first scan of every carton there was, and reads none before it', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  upTo(database, 40)
  database.pragma('foreign_keys = off')
  database.exec(`
    insert into cartons (code, order_no, carton_no, state, box_type, opened_at)
      values ('LS1', 'BH1', 1, 'open', '{}', 'now'), ('LS2', 'BH1', 2, 'open', '{}', 'now'), ('LS3', 'BH1', 3, 'open', '{}', 'now');
    insert into scans (id, carton_code, source, text, outcome, undone, at) values
      (1, 'LS1', 'wedge', 'a', 'accepted', 0, 'now'), (2, 'LS2', 'wedge', 'a', 'accepted', 1, 'now'),
      (3, 'LS2', 'wedge', 'a', 'locked', 0, 'now'), (4, 'LS2', 'wedge', 'a', 'accepted', 0, 'now');
  `)
  migrate(database, migrations)
  expect(database.prepare('select code, first_scan from cartons order by code').all()).toEqual([
    { code: 'LS1', first_scan: 1 },
    { code: 'LS2', first_scan: 4 },
    { code: 'LS3', first_scan: 0 },
  ])
  const plan = database
    .prepare(
      `explain query plan select id from scans where carton_code = 'LS2' and id >= (select first_scan from cartons where code = 'LS2')`,
    )
    .all()
  expect(JSON.stringify(plan)).toContain('INTEGER PRIMARY KEY (rowid>?)')
  const written = database
    .prepare(
      `explain insert into scans (carton_code, source, text, outcome, at) values ('LS1', 'w', 'a', 'accepted', 'now')`,
    )
    .all() as { opcode: string }[]
  expect(written.map(({ opcode }) => opcode)).not.toContain('IdxInsert')
})
