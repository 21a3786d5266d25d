import { expect, it } from 'vitest'
import { readyToPack } from '#tests/support/bench-steps.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  packCarton,
  startOnOneOrder,
  until,
} from '#tests/support/one-order-station.ts'
import { palletScan, ssccOf } from '#tests/support/pallet-labels.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

/** What a scan answers, and how the current pallet stands after it. */
const scanned = async (station: TestStation, text: string) => {
  await station.scan(text)
  const { feedback, pallet } = await bench(station)
  return { outcome: feedback?.outcome, no: pallet?.no ?? null, cartons: pallet?.cartons ?? null }
}
const ofMugs = async (station: TestStation) => {
  const { pallet, lines } = await bench(station)
  return [pallet?.cartons, lines.find(({ sku }) => sku === 'MUG')?.onPallet]
}
/** The QR codes of the two marks that came out last. */
const newestMarks = async (station: TestStation): Promise<readonly string[]> => {
  const prints = await station.ask('training.prints', undefined)
  const newest = prints.toSorted((one, other) => other.id - one.id).slice(0, 2)
  return newest.flatMap(({ symbols }) =>
    symbols.filter(({ format }) => format === 'qr').map(({ text }) => text),
  )
}
/** On which pallet each carton of the order is listed, the newest first. */
const listed = async (station: TestStation) =>
  (await station.ask('cartons.list', 'BH-1')).map(({ palletNo }) => palletNo)
const pageOf = (station: TestStation, code: string) => station.ask('cartons.page', code)

it('counts the verified cartons of each pallet and of each SKU on it, through a restart', async () => {
  const { station, server, home } = await startOnOneOrder(mugsAndCups(8, 4))
  expect(await scanned(station, 'LS!PALLET')).toEqual({
    outcome: 'pallet-begun',
    no: 1,
    cartons: 0,
  })
  expect(await scanned(station, 'LS!PALLET')).toMatchObject({ outcome: 'pallet-empty', no: 1 })
  const first = await packCarton(station, mugCode, mugCode)
  expect((await bench(station)).pallet).toMatchObject({ cartons: 1, sku: 'MUG' })
  await packCarton(station, mugCode, cupCode)
  expect(await ofMugs(station)).toEqual([2, 2])
  // No one SKU is in hand any more.
  expect((await bench(station)).pallet).toMatchObject({ no: 1, sku: null })

  await station.close()
  const again = startStation({ server, home })
  expect(await ofMugs(again)).toEqual([2, 2])
  expect(await scanned(again, 'LS!PALLET')).toMatchObject({ no: 2, cartons: 0 })
  expect(await ofMugs(again)).toEqual([0, 0])
  const second = await packCarton(again, cupCode)
  expect(await ofMugs(again)).toEqual([1, 0])

  const page = await pageOf(again, first)
  expect(page.pallet).toMatchObject({ no: 1, label: null })
  expect(page.moments.at(-1)).toMatchObject({ step: 'palletised', pallet: 1, at: page.pallet?.at })
  expect((await pageOf(again, second)).pallet).toMatchObject({ no: 2 })
  expect(await listed(again)).toEqual([2, 1, 1])
})

it('takes a carton off its pallet when it is reopened or voided, and puts it on the one that is current when it is done again', async () => {
  const { station } = await startOnOneOrder(mugsAndCups(8, 4))
  await station.scan('LS!PALLET')
  const one = await packCarton(station, mugCode)
  await station.scan('LS!PALLET')
  await station.ask('cartons.reopen', { code: one, reason: 'wrong count' })
  expect((await pageOf(station, one)).pallet).toBeNull()
  await station.ask('training.place', 0)
  await station.scan(mugCode, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  await station.scan(...(await newestMarks(station)))
  expect((await pageOf(station, one)).pallet).toMatchObject({ no: 2 })
  expect(await ofMugs(station)).toEqual([1, 1])
  await station.ask('cartons.void', { code: one, reason: 'crushed' })
  expect((await pageOf(station, one)).pallet).toBeNull()
  expect(await listed(station)).toEqual([null])
  expect(await ofMugs(station)).toEqual([0, 0])
})

it('goes by the labels on the pallets, and says whose a label of another order is', async () => {
  const mug = wireSku('MUG', mugCode)
  const orders = [wireOrder('BH-1', [[mug, 8]]), wireOrder('BH-2', [[mug, 8]])]
  const station = startStation({ server: await startServer(orders) })
  await readyToPack(station, orders)
  const noOrder = { outcome: 'no-order', no: null, cartons: null }
  expect(await scanned(station, palletScan(1))).toEqual(noOrder)
  expect(await scanned(station, 'LS!PALLET')).toEqual(noOrder)

  await station.scan('BH-1')
  expect(await scanned(station, palletScan(1))).toMatchObject({ outcome: 'pallet-begun', no: 1 })
  await packCarton(station, mugCode)
  expect(await scanned(station, palletScan(2))).toMatchObject({ outcome: 'pallet-begun', no: 2 })
  const second = await packCarton(station, mugCode)
  expect((await pageOf(station, second)).pallet).toMatchObject({ no: 2, label: ssccOf(2) })
  const backAt = { outcome: 'pallet-taken', no: 1, cartons: 1 }
  expect(await scanned(station, palletScan(1))).toEqual(backAt)
  expect(await scanned(station, palletScan(1))).toEqual(backAt)
  await station.scan('LS!PALLET')
  expect(await scanned(station, palletScan(3))).toMatchObject({ outcome: 'pallet-labelled', no: 3 })

  await station.scan('BH-2')
  expect(await scanned(station, palletScan(2))).toMatchObject({ outcome: 'pallet-elsewhere' })
  expect((await bench(station)).feedback?.facts).toEqual({ orderNo: 'BH-1', palletNo: 2 })
  expect(await scanned(station, 'LS!PALLET')).toMatchObject({ no: 1, cartons: 0 })
  await station.scan('BH-1')
  expect((await bench(station)).pallet).toMatchObject({ no: 3, label: ssccOf(3), cartons: 0 })
})

it('undoes a change of pallets while nothing was packed since, and goods otherwise', async () => {
  const { station } = await startOnOneOrder(mugsAndCups(8, 4))
  const before = await packCarton(station, mugCode)
  await station.scan('LS!PALLET')
  expect((await pageOf(station, before)).pallet).toBeNull()
  await packCarton(station, mugCode)
  await station.scan(mugCode)
  // The carton in hand was begun before: what was done last is the pallet.
  expect(await scanned(station, 'LS!PALLET')).toMatchObject({ no: 2 })
  expect(await scanned(station, palletScan(7))).toMatchObject({ outcome: 'pallet-labelled' })
  expect(await scanned(station, 'LS!UNDO')).toEqual({
    outcome: 'pallet-taken',
    no: 2,
    cartons: 0,
  })
  expect((await bench(station)).pallet?.label).toBeNull()
  expect(await scanned(station, 'LS!UNDO')).toEqual({
    outcome: 'pallet-taken',
    no: 1,
    cartons: 1,
  })
  expect(await scanned(station, 'LS!PALLET')).toMatchObject({ no: 2 })
  await station.scan(mugCode)
  expect(await scanned(station, 'LS!UNDO')).toMatchObject({ outcome: 'undone', no: 2 })
  expect(await scanned(station, 'LS!UNDO')).toMatchObject({ outcome: 'pallet-taken', no: 1 })
})

it('keeps the weight that differs on the screen while pallets change', async () => {
  const { station } = await startOnOneOrder(mugsAndCups(8, 4))
  await station.scan(mugCode, mugCode, 'LS!DONE')
  await station.ask('bench.typeWeight', { grams: 9_000, reason: 'scale is broken' })
  expect((await bench(station)).weighProblem).toMatchObject({ kind: 'deviates' })
  await station.scan('LS!PALLET')
  expect(await bench(station)).toMatchObject({
    step: 'weighing',
    weighProblem: { kind: 'deviates', gross: 9_000 },
    pallet: { no: 1, sku: 'MUG' },
  })
})
