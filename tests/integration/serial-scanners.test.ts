import { expect, test, vi } from 'vitest'
import { openPtyPair } from '#tests/support/pty-pair.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

/** Its check digit is right. */
const penCode = '4006381333931'
const pen = wireSku('LX-PEN', penCode, { unit_weight_g: 12 })
const soon = { timeout: 15_000, interval: 10 }

const packing = async (scanners: readonly object[]): Promise<TestStation> => {
  const server = await startServer([wireOrder('BH-1', [[pen, 300]])])
  const station = startStation({ server, scanners })
  await vi.waitFor(async () => {
    const health = await station.ask('sync.health', undefined)
    expect(health.codesLeft).toBeGreaterThan(0)
    expect(health.sync.pending).toBe(0)
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
  }, soon)
  return station
}

const feedback = async (station: TestStation) =>
  (await station.ask('bench.snapshot', undefined)).state.feedback

test('two serial scanners and a wedge pack into one carton; each of them is shown, and the one that goes is named', async () => {
  const folder = tempFolder()
  const [left, right] = [await openPtyPair(folder, 'left'), await openPtyPair(folder, 'right')]
  const station = await packing([
    { id: 'left', name: 'Left', address: `serial:${left.path}` },
    { id: 'right', address: `serial:${right.path}`, framing: 'stx-etx' },
    { id: 'typing', address: 'wedge', gapMs: 80 },
  ])
  const shown = (): readonly (readonly [string, string])[] =>
    (station.latest('devices')?.scanners ?? []).map(({ name, state }) => [name, state])
  await vi.waitFor(() => {
    expect(shown()).toEqual([
      ['Left', 'ok'],
      ['right', 'ok'],
      ['typing', 'unknown'],
    ])
  }, soon)
  expect((await station.ask('app.state', undefined)).wedges).toEqual([
    { id: 'typing', prefix: '', suffix: null, gapMs: 80 },
  ])

  await left.send('BH-1\r\n')
  await vi.waitFor(async () => {
    expect((await station.ask('bench.snapshot', undefined)).state.orderNo).toBe('BH-1')
  }, soon)
  const code = penCode
  await left.send(`${code}\r\n`.repeat(20))
  await right.send(`\u0002${code}\u0003`.repeat(20))
  await station.ask('bench.scan', { text: code, scanner: 'typing' })
  const units = async (): Promise<number | undefined> =>
    (await station.ask('bench.snapshot', undefined)).state.carton?.units
  await vi.waitFor(async () => expect(await units()).toBe(41), soon)
  expect(shown()[2]).toEqual(['typing', 'ok'])

  await left.send(code.slice(0, 6))
  await vi.waitFor(async () => {
    const answer = await feedback(station)
    expect(answer).toMatchObject({ outcome: 'refused', facts: { error: 'scan-broken-off' } })
  }, soon)
  await left.unplug()
  await vi.waitFor(() => expect(station.latest('devices')?.scanner.state).toBe('problem'), soon)
  expect(station.latest('devices')?.scanner).toMatchObject({
    name: 'Left',
    problem: { code: 'scanner-lost', details: { scanner: 'Left' } },
  })
  await right.send(`\u0002${code}\u0003`)
  await vi.waitFor(async () => expect(await units()).toBe(42), soon)
  await left.plug()
  await vi.waitFor(() => expect(station.latest('devices')?.scanner.state).toBe('ok'), soon)
  await left.send(`${code}\r\n`)
  await vi.waitFor(async () => expect(await units()).toBe(43), soon)
  await station.close()
  await left.unplug()
  await right.unplug()
})

test('a GS1 label that tells the content of a carton counts all of it, and never with a wrong check digit', async () => {
  const station = await packing([])
  await station.scan('BH-1')
  await station.scan(']C102040063813339313724')
  const state = async () => (await station.ask('bench.snapshot', undefined)).state
  expect((await state()).carton?.units).toBe(24)
  await station.scan(']C102040063813339323724')
  expect((await state()).feedback).toMatchObject({ outcome: 'unknown-code' })
  expect((await state()).carton?.units).toBe(24)
  await station.ask('bench.acknowledge', undefined)
  // A label of the goods themselves is one unit, whatever stands beside it.
  await station.scan(']C101040063813339313724')
  expect((await state()).carton?.units).toBe(25)
})
