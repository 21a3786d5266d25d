import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { enrolStation } from '#tests/support/linkstar-station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { createSandbox } from './sandbox.ts'

it('serves orders as if the newest was made the day before they were first taken in, and never moves them again', async () => {
  const dataDir = tempFolder()
  const put = (no: string, created_at: string, pickup_at: string): void => {
    const order = wireOrder(no, [[wireSku('MUG', '6971000000010'), 12]])
    writeFileSync(join(dataDir, `${no}.json`), JSON.stringify({ ...order, created_at, pickup_at }))
  }
  const servedAt = async (clock: Date) => {
    const sandbox = await createSandbox({
      dataDir,
      freshDates: true,
      host: '127.0.0.1',
      port: 0,
      clock: () => clock,
    })
    const station = await enrolStation(sandbox)
    const { body } = await station.get('/v1/changes')
    await sandbox.close()
    const { changes } = body as { changes: { order: Record<string, string> }[] }
    return changes.map(({ order }) => [order['created_at'], order['pickup_at']])
  }
  put('BH-1', '2020-02-27T09:00:00+08:00', '2020-03-01T17:00:00+08:00')
  put('BH-2', '2020-02-28T23:30:00-08:00', '2020-02-29T10:00:00+08:00')
  // Noon of the place where this runs.
  const first = await servedAt(new Date(2031, 4, 10, 12))
  expect(first).toEqual([
    ['2031-05-08T09:00:00+08:00', '2031-05-11T17:00:00+08:00'],
    ['2031-05-09T23:30:00-08:00', '2031-05-10T10:00:00+08:00'],
  ])

  // A later version brings another order: it stands to the others as it was written.
  put('BH-3', '2020-03-02T09:00:00+08:00', '2020-03-05T17:00:00+08:00')
  expect(await servedAt(new Date(2031, 8, 1, 12))).toEqual([
    ...first,
    ['2031-05-12T09:00:00+08:00', '2031-05-15T17:00:00+08:00'],
  ])
})
