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
    'a request that waits for its answer',
    `select seq from outbox where result is null and type = 'grant-rights'
      and type not in ('carton-sealed', 'carton-verified', 'label-printed')
      and json_extract(payload, '$.reference_no') = 'BH1'`,
    'INDEX outbox_under_way (type=? AND <expr>=?)',
  ],
  [
    'facts that wait, which are in no index of requests',
    `select payload from outbox where result is null and type = 'carton-sealed'`,
    'SCAN outbox USING INDEX outbox_pending',
  ],
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
