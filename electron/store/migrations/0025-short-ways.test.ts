import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const planOf = (statement: string): string => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(database, migrations)
  const steps = database.prepare(`explain query plan ${statement}`).all() as { detail: string }[]
  return steps.map(({ detail }) => detail).join('\n')
}

it.each([
  [
    'lines that may still be granted',
    `select distinct order_no from order_lines
      where granted - packed <= 250 and ordered > granted`,
    'INDEX order_lines_open',
  ],
  [
    'refused commands',
    `select seq from outbox where json_extract(result, '$.status') = 'refused'
      and json_extract(result, '$.status') in ('refused', 'flagged') order by epoch desc, seq desc`,
    'INDEX outbox_answered (<expr>=?)',
  ],
])('finds %s without reading everything', (_what, statement, way) => {
  expect(planOf(statement)).toContain(way)
})
