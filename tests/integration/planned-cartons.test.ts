import { expect, onTestFinished, test } from 'vitest'
import { drawZpl, readByZbar, readByZxing } from '#tests/support/label-oracles.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { startTcpPrinter } from '#tests/support/tcp-printer.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import type { OrderText } from '#tests/support/wire-orders.ts'

const boxes = [
  { box_no: 1, box_details: [{ sku: 'MUG', quantity: 2 }] },
  {
    box_no: 2,
    box_details: [
      { sku: 'MUG', quantity: 1 },
      { sku: 'CUP', quantity: 1 },
    ],
  },
  { box_no: 3, box_details: [{ sku: 'CUP', quantity: 1 }] },
]
const planned = (): OrderText => ({
  ...mugsAndCups(5, 4),
  packing_mode: 'planned',
  planned_boxes: boxes,
})

interface Planned {
  readonly station: TestStation
  readonly server: Awaited<ReturnType<typeof startServer>>
  readonly printer: Awaited<ReturnType<typeof startTcpPrinter>>
  readonly home: string
  /** The carton codes of the planned marks, by carton number. */
  readonly codes: readonly string[]
}

const textsOf = async (job: Uint8Array): Promise<readonly string[]> => {
  const picture = await drawZpl(job)
  const texts = (await readByZxing(picture)).toSorted()
  expect((await readByZbar(picture)).toSorted()).toEqual(texts)
  return texts
}

const cartonsAt = async ({ url }: Planned['server']): Promise<readonly unknown[]> => {
  const response = await fetch(`${url}/v1/sandbox/cartons`)
  return ((await response.json()) as { cartons: unknown[] }).cartons
}

const queued = async (station: TestStation) => (await station.ask('printing.queue', undefined)).jobs

/** Every label out, or as far as its printer lets it. */
const printed = (station: TestStation, labels: number): Promise<void> =>
  until(async () => {
    const jobs = await queued(station)
    expect(jobs.filter(({ state }) => state === 'sent' || state === 'confirmed')).toHaveLength(
      labels,
    )
  })

/** A station with its planned marks on paper and no order in hand. */
const start = async (): Promise<Planned> => {
  const printer = await startTcpPrinter()
  onTestFinished(() => printer.close())
  const server = await startServer([planned()])
  const home = tempFolder()
  const station = startStation({ home, server, printer: printer.address })
  await until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
  })
  await station.ask('printing.printPlanned', { orderNo: 'BH-1', from: 1, to: 3 })
  await printed(station, 6)
  const codes = (await station.ask('printing.planned', 'BH-1')).map(({ code }) => code ?? '')
  return { station, server, printer, home, codes }
}

const told = async (station: TestStation) => {
  const { feedback } = await bench(station)
  return feedback?.outcome === 'refused' ? feedback.facts['error'] : feedback?.outcome
}

const weigh = async (station: TestStation): Promise<void> => {
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  await station.ask('training.place', 0)
}

test('按箱单装: a scanned mark opens its order and carton, the last unit sends it to the scale, and the very marks are scanned back', async () => {
  const { station, server, printer, codes } = await start()
  const [first = '', second = ''] = codes
  await station.ask('training.place', 0)
  await station.scan(second)
  expect(await bench(station)).toMatchObject({
    orderNo: 'BH-1',
    mode: 'planned',
    planned: { total: 3, left: 2 },
    carton: {
      code: second,
      cartonNo: 2,
      units: 0,
      plan: [
        { sku: 'MUG', quantity: 1 },
        { sku: 'CUP', quantity: 1 },
      ],
      // What goes in is known, so it is known in what.
      suggestedBox: { id: 'C30-25-20', why: 'cheaper' },
    },
    feedback: { outcome: 'mark-planned', units: 2, facts: { cartonNo: 2, skus: 2 } },
  })
  await station.scan(cupCode)
  expect((await bench(station)).step).toBe('packing')
  await station.scan(mugCode)
  expect(await bench(station)).toMatchObject({
    step: 'weighing',
    feedback: { outcome: 'accepted' },
  })
  await weigh(station)

  // Nothing was printed for it: what is on the carton is its mark, and the scan that opened it proves nothing of that.
  expect(printer.received).toHaveLength(6)
  expect((await bench(station)).carton).toMatchObject({
    markRevision: 0,
    labels: [{ state: 'sent' }, { state: 'sent' }],
  })
  await station.scan(first)
  expect(await told(station)).toBe('mark-other-carton')
  await station.scan('LS!ACK', second)
  expect(await bench(station)).toMatchObject({
    step: 'scan-back',
    feedback: { outcome: 'mark-confirmed', facts: { label: 1, labels: 2 } },
  })
  const [code, qr = ''] = await textsOf(printer.received[2] ?? new Uint8Array())
  expect(code).toBe(second)
  await station.scan(qr)
  expect(await bench(station)).toMatchObject({ step: 'packing', lastVerified: { code: second } })
  await uploaded(station)
  expect(await cartonsAt(server)).toMatchObject([
    { carton_code: second, box_no: 2, revision: 1, status: 'verified' },
  ])
  await station.scan(second)
  expect(await told(station)).toBe('mark-already-verified')
})

test('goods without a carton wait for a mark, and go in without one only when the packer says so', async () => {
  const { station, codes } = await start()
  await station.ask('bench.open', 'BH-1')
  await station.scan(mugCode)
  expect(await bench(station)).toMatchObject({
    carton: null,
    locked: false,
    feedback: { outcome: 'mark-expected', sku: 'MUG' },
  })
  await station.scan('LS!SAME')
  expect(await told(station)).toBe('nothing-to-repeat')
  await station.scan('LS!UNIT', mugCode)
  const { carton } = await bench(station)
  expect(carton).toMatchObject({ plan: null, markRevision: 1 })
  expect(codes).not.toContain(carton?.code)
  await station.scan(codes[0] ?? '')
  expect(await told(station)).toBe('carton-unfinished')
})

test('what the list does not want locks, and when it goes in all the same the mark is replaced and the old one stale', async () => {
  const { station, server, printer, codes } = await start()
  const third = codes[2] ?? ''
  await station.ask('training.place', 0)
  await station.scan(third, mugCode)
  expect(await bench(station)).toMatchObject({
    locked: true,
    carton: { units: 0 },
    feedback: { outcome: 'not-in-plan', sku: 'MUG', facts: { planned: 0, inCarton: 0 } },
  })
  await station.scan(cupCode)
  expect(await bench(station)).toMatchObject({ locked: true, carton: { units: 0 } })
  await station.scan('LS!AGREE')
  expect(await bench(station)).toMatchObject({
    locked: false,
    step: 'packing',
    carton: { contents: [{ sku: 'MUG', quantity: 1 }] },
    feedback: { outcome: 'accepted', sku: 'MUG' },
  })
  await station.scan(cupCode)
  expect((await bench(station)).step).toBe('weighing')
  await weigh(station)
  await printed(station, 8)
  expect((await bench(station)).carton).toMatchObject({ code: third, markRevision: 1 })
  const [, old = ''] = await textsOf(printer.received[4] ?? new Uint8Array())
  const [, now = ''] = await textsOf(printer.received[6] ?? new Uint8Array())
  expect(now).toContain(`C=${third};O=BH-1;`)
  expect(now).toContain(';R=1;')
  await station.scan(old)
  expect(await bench(station)).toMatchObject({
    locked: true,
    feedback: { outcome: 'mark-stale', facts: { revision: 0, current: 1 } },
  })
  // The bars of both marks read the same.
  await station.scan('LS!ACK', third)
  expect(await told(station)).toBe('mark-needs-qr')
  await station.scan(now, now)
  expect((await bench(station)).lastVerified?.code).toBe(third)
  await uploaded(station)
  expect(await cartonsAt(server)).toMatchObject([
    {
      carton_code: third,
      box_details: [
        { sku: 'MUG', quantity: 1 },
        { sku: 'CUP', quantity: 1 },
      ],
    },
  ])
})

test('what was kept out of the list cannot be agreed to once the order names it no more', async () => {
  const { station, server, codes } = await start()
  await station.scan(codes[2] ?? '', mugCode)
  expect(await told(station)).toBe('not-in-plan')
  const without = { ...mugsAndCups(5, 4), lines: mugsAndCups(5, 4).lines.slice(1) }
  const amended = await fetch(`${server.url}/v1/sandbox/orders/BH-1/amend`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...without, skus: without.skus.slice(1), planned_boxes: [] }),
  })
  expect(amended.ok).toBe(true)
  await until(async () => {
    const { order } = await station.ask('bench.snapshot', undefined)
    expect(order?.lines.map(({ sku }) => sku)).toEqual(['CUP'])
  })
  await station.scan('LS!AGREE')
  expect(await bench(station)).toMatchObject({ locked: true, carton: { units: 0 } })
})

test('装完 before all is in tells what is missing; only 按实装 goes on, and undo takes back what was agreed', async () => {
  const { station, codes } = await start()
  await station.scan(codes[0] ?? '', mugCode, 'LS!DONE')
  expect(await bench(station)).toMatchObject({
    step: 'packing',
    locked: false,
    feedback: { outcome: 'plan-short', sku: 'MUG', units: 1, facts: { missing: 1, skus: 1 } },
  })
  await station.scan(cupCode, 'LS!AGREE', 'LS!UNDO')
  expect((await bench(station)).carton?.contents).toEqual([{ sku: 'MUG', quantity: 1 }])
  await station.scan('LS!QUEUE')
  expect(await told(station)).toBe('plan-short')
  await station.ask('training.place', 0)
  await station.scan('LS!AGREE')
  expect((await bench(station)).step).toBe('weighing')
  await weigh(station)
  expect((await bench(station)).carton).toMatchObject({ markRevision: 1, units: 1 })
})

test('an empty planned carton is given back with its mark, a parked one resumes by it, and both outlive a restart', async () => {
  const { station, server, home, codes } = await start()
  const [first = '', second = ''] = codes
  await station.scan(first)
  await station.close()
  const again = startStation({ home, server })
  expect((await bench(again)).carton).toMatchObject({ code: first, units: 0, markRevision: 0 })
  await again.scan(second)
  expect((await bench(again)).carton?.code).toBe(second)
  expect((await again.ask('cartons.list', 'BH-1')).map(({ code }) => code)).toEqual([second])
  await again.scan(mugCode, 'LS!PARK', first, mugCode, mugCode)
  expect(await bench(again)).toMatchObject({ step: 'weighing', carton: { code: first } })
  await again.ask('training.place', 0)
  await weigh(again)
  await again.scan(first, first)
  await again.close()

  const last = startStation({ home, server })
  await last.scan(second)
  expect(await bench(last)).toMatchObject({
    carton: { code: second, units: 1, plan: [{ quantity: 1 }, { quantity: 1 }] },
    feedback: { outcome: 'carton-resumed' },
  })
  await last.ask('bench.undo', undefined)
  await last.ask('bench.leave', undefined)
  expect((await last.ask('cartons.list', 'BH-1')).map(({ code }) => code)).toEqual([first])
  await last.scan(second, mugCode)
  expect((await bench(last)).carton).toMatchObject({ code: second, cartonNo: 2, units: 1 })
})

test('a reopened planned carton gets marks of its own', async () => {
  const { station, codes } = await start()
  const third = codes[2] ?? ''
  await station.ask('training.place', 0)
  await station.scan(third, cupCode)
  await weigh(station)
  await station.scan(third, third)
  await station.ask('cartons.reopen', { code: third, reason: '少一件' })
  expect((await bench(station)).carton).toMatchObject({ revision: 2, markRevision: 2 })
  await station.scan('LS!DONE')
  await weigh(station)
  await printed(station, 8)
  await station.scan(third)
  expect(await told(station)).toBe('mark-needs-qr')
})
