import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const labelled = (sku: string, ean: string, fnsku: string) =>
  wireSku(sku, ean, {
    required_barcode: 'fnsku',
    barcodes: [
      { value: ean, kind: 'ean', units: 1 },
      { value: fnsku, kind: 'fnsku', units: 1 },
    ],
  })
const cup = labelled('CUP', '6925000000029', 'X00CUP0001')
const pot = labelled('POT', '6925000000036', 'X00POT0001')
/** Its seller has not told the code yet. */
const pan = wireSku('PAN', '6925000000043', { required_barcode: 'fnsku' })

const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })
const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state
const answer = async (station: TestStation) => {
  const { feedback } = await bench(station)
  return feedback?.outcome === 'refused' ? feedback.facts['error'] : feedback?.outcome
}
const drawn = async (station: TestStation): Promise<readonly string[]> =>
  (await station.ask('training.prints', undefined)).flatMap(({ symbols }) =>
    symbols.map(({ text }) => text),
  )

/** What the store knows of labels that were printed for goods. */
const relabellings = (home: string): unknown[] => {
  const store = new Database(join(home, 'station.db'), { readonly: true })
  try {
    return store.prepare('select order_no, sku, code, labels from relabellings order by id').all()
  } finally {
    store.close()
  }
}

/** A bench with a printer for unit labels, or none, and a bare cup in the hand. */
const withBareCup = async (options: { unitMedia?: '60x30' } = {}) => {
  const server = await startServer([
    wireOrder('BH-1', [
      [cup, 9],
      [pot, 9],
      [pan, 9],
    ]),
  ])
  const home = tempFolder()
  const station = startStation({ server, home, ...options })
  await until(async () => {
    await station.scan('BH-1', '6925000000029')
    expect(await answer(station)).toBe('needs-unit-label')
  })
  return { station, home }
}

it('a unit without its label gets one, and its scan unlocks and packs it', async () => {
  const { station, home } = await withBareCup({ unitMedia: '60x30' })
  await station.scan('LS!LABEL')
  await until(async () => expect(await drawn(station)).toEqual(['X00CUP0001']))
  expect(await bench(station)).toMatchObject({ locked: true, feedback: { sku: 'CUP' } })
  // Neither the bare code nor the label of other goods says that this unit bears its own.
  await station.scan('6925000000029', 'X00POT0001')
  expect(await bench(station)).toMatchObject({ locked: true, carton: null })
  await until(async () => {
    await station.scan('X00CUP0001')
    expect(await answer(station)).toBe('accepted')
  })
  expect(await bench(station)).toMatchObject({ locked: false, carton: { units: 1 } })
  expect(relabellings(home)).toEqual([
    { order_no: 'BH-1', sku: 'CUP', code: 'X00CUP0001', labels: 1 },
  ])
})

it('several labels come at once, and other goods that lock next are told as themselves', async () => {
  const { station, home } = await withBareCup({ unitMedia: '60x30' })
  await station.ask('bench.printUnitLabels', 4)
  await until(() => expect(relabellings(home)).toMatchObject([{ sku: 'CUP', labels: 4 }]))
  expect(await drawn(station)).toHaveLength(4)
  await station.scan('LS!ACK', '6925000000036')
  expect(await bench(station)).toMatchObject({ locked: true, feedback: { sku: 'POT' } })
  await station.scan('X00CUP0001')
  expect(await bench(station)).toMatchObject({ locked: true, carton: null })
})

it('what no label can be printed for is told: wrong paper, no code, nothing that waits', async () => {
  const { station, home } = await withBareCup()
  await station.scan('LS!LABEL')
  await until(() =>
    expect(station.latest('app')?.problem).toMatchObject({
      code: 'unit-label-failed',
      details: { sku: 'CUP', printed: 0, count: 1, media: '100x150' },
    }),
  )
  expect(relabellings(home)).toEqual([])
  await station.scan('LS!ACK', 'LS!LABEL')
  expect(await answer(station)).toBe('unit-label-not-due')
  // The way out is the packer's: nothing of it stays on the screen once its order is left.
  await station.ask('bench.leave', undefined)
  expect(station.latest('app')?.problem).toBeNull()

  await station.scan('BH-1', '6925000000043', 'LS!LABEL')
  expect(await bench(station)).toMatchObject({
    locked: true,
    feedback: { outcome: 'needs-unit-label', sku: 'PAN', facts: { printable: 0 } },
  })
  expect(await drawn(station)).toEqual([])
})
