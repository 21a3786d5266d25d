import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

const opened = (): Database.Database => {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  migrate(database, migrations)
  return database
}

it('finds a request that waits for its answer without reading everything', () => {
  const plan = opened()
    .prepare(
      `explain query plan select seq from outbox where result is null and type = ?
        and type not in ('carton-sealed', 'carton-verified', 'label-printed')
        and json_extract(payload, '$.reference_no') = ?`,
    )
    .all('grant-rights', 'BH1') as { detail: string }[]
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('INDEX outbox_under_way (type=? AND <expr>=?)'),
  ])
})

it('finds facts that wait among what waits', () => {
  const database = opened()
  const plan = database
    .prepare(
      `explain query plan select payload from outbox where result is null and type = 'carton-sealed'`,
    )
    .all() as { detail: string }[]
  expect(plan.map(({ detail }) => detail)).toEqual(['SCAN outbox USING INDEX outbox_pending'])
})
