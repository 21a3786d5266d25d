import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { KeptCredentials } from '#electron/sync/index.ts'
import { benchOf, packToScanBack, readyToPack, until } from '#tests/support/bench-steps.ts'
import { startServer, startStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const speaker = wireSku('LX-SPK-BK', '6925000000012')
const cable = wireSku('LX-CBL-C2', '6925000000029')
const orders = [
  wireOrder('BH-1', [
    [speaker, 12],
    [cable, 12],
  ]),
]
const hour = 3_600_000

// Only the wall clock: time goes on passing for everything else.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})
const jump = (ms: number): void => {
  vi.setSystemTime(Date.now() + ms)
}

it('packs on in order, and delivers everything once, while the clock jumps back and forth', async () => {
  const server = await startServer(orders)
  const home = tempFolder()
  let kept: string | null = null
  const credentials: KeptCredentials = {
    isProtected: true,
    load: () => kept,
    save: (token) => {
      kept = token
    },
  }
  const first = startStation({ home, server }, credentials)
  await readyToPack(first, orders)
  await first.ask('bench.open', 'BH-1')
  const one = await packToScanBack(first, '6925000000012')
  jump(-hour)
  await first.scan(one, one)
  expect((await benchOf(first)).lastVerified?.code).toBe(one)

  await first.scan('6925000000029')
  jump(-hour)
  await first.scan('6925000000012', 'LS!UNDO')
  expect((await benchOf(first)).carton?.contents).toEqual([{ sku: 'LX-CBL-C2', quantity: 1 }])
  await first.close()
  jump(-24 * hour)

  const second = startStation({ home, server }, credentials)
  await second.scan('6925000000012', 'LS!UNDO', 'LS!UNDO', 'LS!UNDO')
  expect((await benchOf(second)).feedback?.facts).toEqual({ error: 'nothing-to-undo' })
  const two = await packToScanBack(second, '6925000000029', '6925000000029')
  jump(48 * hour)
  await second.scan(two, two)
  const rows = await second.ask('cartons.list', 'BH-1')
  expect(rows.map(({ code, state }) => [code, state])).toEqual([
    [two, 'verified'],
    [one, 'verified'],
  ])

  await second.ask('sync.retry', undefined)
  await until(() => expect(second.latest('sync')).toMatchObject({ state: 'online', pending: 0 }))
  const answer = await fetch(`${server.url}/v1/sandbox/cartons`)
  const { cartons } = (await answer.json()) as {
    cartons: { carton_code: string; sealed_facts: number; flags: unknown[] }[]
  }
  expect(
    cartons.map(({ carton_code, sealed_facts, flags }) => [carton_code, sealed_facts, flags]),
  ).toEqual([one, two].toSorted().map((code) => [code, 1, []]))
})
