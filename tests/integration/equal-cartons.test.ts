import { expect, it, vi } from 'vitest'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const ean = '6925000000012'
const orders = [wireOrder('BH-1', [[wireSku('LX-SPK-BK', ean), 12]])]

const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state
const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 15_000 })

it('weighs a carton exactly as heavy as the last one once that has left the scale', async () => {
  const station = startStation({ server: await startServer(orders) })
  await until(async () => {
    const list = await station.ask('orders.list', undefined)
    expect(list).toHaveLength(1)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
  })
  await station.scan('BH-1', ean, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  const code = (await bench(station)).carton?.code ?? ''
  await station.scan(code, code)

  await station.scan(ean, 'LS!DONE')
  expect((await bench(station)).weighProblem).toMatchObject({ kind: 'same-as-last' })
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  expect((await bench(station)).carton).toMatchObject({ gross: 1550, units: 1 })
})
