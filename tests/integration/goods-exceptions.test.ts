import { expect, test } from 'vitest'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  packCarton,
  startOnOneOrder,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startStation, type TestStation } from '#tests/support/station.ts'

const stranger = '6925000000999'

const told = async (station: TestStation) => {
  const { feedback } = await bench(station)
  return feedback?.outcome === 'refused' ? feedback.facts['error'] : feedback?.outcome
}
const report = (station: TestStation) => station.ask('orders.report', 'BH-1')
const inCarton = async (station: TestStation) => (await bench(station)).carton?.contents

interface RightsReport {
  readonly lines: readonly { readonly sku: string; readonly pool: number }[]
}
const poolOf = async (url: string, sku: string): Promise<number | undefined> => {
  const response = await fetch(`${url}/v1/sandbox/rights`)
  const { lines } = (await response.json()) as RightsReport
  return lines.find((line) => line.sku === sku)?.pool
}

test('缺货: what is left of a line is noted, its rights go back, and a unit that turns up is packed as usual', async () => {
  const { station, server } = await startOnOneOrder(mugsAndCups(5, 2))
  await station.scan(mugCode, mugCode, 'LS!SHORT')
  expect((await bench(station)).feedback).toMatchObject({
    outcome: 'exception-expected',
    facts: { kind: 'short' },
  })
  await station.scan(mugCode)
  expect(await bench(station)).toMatchObject({
    short: 3,
    feedback: { outcome: 'exception-noted', sku: 'MUG', units: 3, facts: { kind: 'short' } },
  })
  const { state } = await station.ask('bench.snapshot', undefined)
  expect(state.lines.find(({ sku }) => sku === 'MUG')).toMatchObject({ packed: 2, short: 3 })
  await uploaded(station)
  expect(await poolOf(server.url, 'MUG')).toBe(3)

  // It turned up: it is short no longer, and its rights are asked for again.
  await station.scan(mugCode)
  expect((await bench(station)).short).toBe(0)
  await until(async () => {
    await station.scan(mugCode)
    expect(await told(station)).toBe('accepted')
  })
  expect(await bench(station)).toMatchObject({ short: 0, packed: 3 })
  expect((await report(station)).exceptions).toMatchObject([
    { kind: 'short', sku: 'MUG', units: 3, operator: null },
  ])
})

test('退架: a unit comes out of the carton whenever it went in, also from the scale, and undo reaches no further', async () => {
  const { station, server, home } = await startOnOneOrder()
  await station.scan(mugCode, cupCode, mugCode, 'LS!DONE')
  expect((await bench(station)).step).toBe('weighing')
  await station.scan('LS!RETURN', cupCode)
  expect(await bench(station)).toMatchObject({
    step: 'packing',
    packed: 2,
    feedback: { outcome: 'put-back', sku: 'CUP', units: 1 },
  })
  await station.scan('LS!UNDO')
  expect(await told(station)).toBe('nothing-to-undo')
  await station.scan('LS!X2', 'LS!RETURN', cupCode)
  expect(await told(station)).toBe('not-in-carton')
  // That ended the wait for goods, and the number.
  await station.scan(cupCode)
  await station.close()

  const again = startStation({ home, server })
  await again.scan('LS!UNDO')
  expect(await told(again)).toBe('undone')
  await again.scan('LS!UNDO')
  expect(await told(again)).toBe('nothing-to-undo')
  expect(await inCarton(again)).toEqual([{ sku: 'MUG', quantity: 2 }])
  await again.scan('LS!X2', 'LS!RETURN', mugCode)
  expect(await inCarton(again)).toEqual([])
  expect(await bench(again)).toMatchObject({ packed: 0 })
})

test('破损, 多货, 错货: noted for the next scan or for the goods that locked, packed nowhere, told to the server', async () => {
  const { station } = await startOnOneOrder()
  await station.scan('LS!DAMAGED', mugCode)
  expect(await bench(station)).toMatchObject({
    packed: 0,
    feedback: { outcome: 'exception-noted', sku: 'MUG', facts: { kind: 'damaged' } },
  })
  await station.scan(stranger)
  expect((await bench(station)).locked).toBe(true)
  await station.scan('LS!WRONG')
  expect(await bench(station)).toMatchObject({
    locked: false,
    feedback: { outcome: 'exception-noted', sku: null, facts: { kind: 'wrong-item' } },
  })
  await station.scan('LS!X3', 'LS!EXTRA', cupCode)
  // A command, an acknowledgement or any other deed ends the wait for goods.
  await station.scan('LS!DAMAGED', 'LS!ACK', cupCode)
  expect(await told(station)).toBe('accepted')
  // What must not be a line of the order is judged as ever.
  await station.scan('LS!SHORT', stranger)
  expect(await bench(station)).toMatchObject({
    locked: true,
    feedback: { outcome: 'unknown-code' },
  })
  await station.scan('LS!RETURN')
  expect(await told(station)).toBe('unknown-code')
  await station.scan('LS!ACK')
  expect((await report(station)).exceptions).toMatchObject([
    { kind: 'damaged', sku: 'MUG', units: 1 },
    { kind: 'wrong-item', sku: null, text: stranger, units: 1 },
    { kind: 'extra', sku: 'CUP', units: 3 },
  ])
  await uploaded(station)
  expect(await station.ask('sync.health', undefined)).toMatchObject({ refusals: [], flagged: [] })
})

test('what cannot be scanned is chosen, and a closed order keeps what was noted', async () => {
  const { station } = await startOnOneOrder(mugsAndCups(2, 2))
  await packCarton(station, mugCode, mugCode, cupCode)
  await station.ask('bench.noteException', { kind: 'short', sku: 'CUP', units: 1 })
  expect(await bench(station)).toMatchObject({ short: 1, packed: 3, ordered: 4 })
  await station.ask('bench.noteException', { kind: 'short', sku: 'MUG', units: 1 })
  expect(await told(station)).toBe('line-complete')
  await station.ask('bench.noteException', { kind: 'damaged', sku: 'NOBODY', units: 2 })
  expect(await told(station)).toBe('not-in-order')
  await station.ask('bench.noteException', { kind: 'damaged', sku: 'CUP', units: 2 })
  await station.ask('orders.close', {
    orderNo: 'BH-1',
    short: [{ sku: 'CUP', reason: '缺货' }],
  })
  expect(await report(station)).toMatchObject({
    status: 'closed',
    exceptions: [
      { kind: 'short', sku: 'CUP' },
      { kind: 'damaged', sku: 'CUP', units: 2 },
    ],
  })
})
