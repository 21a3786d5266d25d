import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

it('finds open lines without reading the others, by an index that packing does not write', () => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(database, migrations)
  const plan = database
    .prepare(
      'explain query plan select distinct order_no from order_lines where granted - packed <= 250 and ordered > granted',
    )
    .all()
  expect(JSON.stringify(plan)).toContain('INDEX order_lines_open')
  const written = database
    .prepare("explain update order_lines set packed = packed + 1 where order_no = 'BH1'")
    .all() as { opcode: string }[]
  expect(written.map(({ opcode }) => opcode)).not.toContain('IdxDelete')
})
