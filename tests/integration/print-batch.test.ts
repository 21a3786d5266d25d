import { expect, onTestFinished, test } from 'vitest'
import type { PrintJobView } from '#shared/contract/printing-views.ts'
import { drawZpl, readByZxing } from '#tests/support/label-oracles.ts'
import { bench, mugCode, mugsAndCups, until } from '#tests/support/one-order-station.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import {
  type PrinterBehaviour,
  startTcpPrinter,
  type TcpPrinter,
} from '#tests/support/tcp-printer.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import type { OrderText } from '#tests/support/wire-orders.ts'

const cartons = 6

const planned = (): OrderText => ({
  ...mugsAndCups(),
  packing_mode: 'planned',
  planned_boxes: Array.from({ length: cartons }, (_, index) => ({
    box_no: index + 1,
    box_details: [{ sku: index % 2 === 0 ? 'MUG' : 'CUP', quantity: 1 }],
  })),
})

const startPrinter = async (behaviour?: PrinterBehaviour, port?: number): Promise<TcpPrinter> => {
  const printer = await startTcpPrinter(behaviour, port)
  onTestFinished(() => printer.close())
  return printer
}

const ready = async (station: TestStation): Promise<void> =>
  until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
  })

const queue = async (station: TestStation): Promise<readonly PrintJobView[]> =>
  (await station.ask('printing.queue', undefined)).jobs

/** The label behind one that was sent may be made already; it waits all the same. */
const settled = async (station: TestStation, ...states: readonly string[]): Promise<void> =>
  until(async () =>
    expect(
      (await queue(station)).map(({ state }) => (state === 'rendered' ? 'allocated' : state)),
    ).toEqual(states),
  )

const textsOf = async (job: Uint8Array): Promise<readonly string[]> =>
  (await readByZxing(await drawZpl(job))).toSorted()

test('a batch of planned marks prints in order, each carton with a code of its own and no weight, and never twice', async () => {
  const printer = await startPrinter()
  const server = await startServer([planned()])
  const station = startStation({ server, printer: printer.address })
  await ready(station)
  expect(await station.ask('printing.printPlanned', { orderNo: 'BH-1', from: 2, to: 4 })).toEqual({
    printed: 3,
    already: 0,
  })
  await settled(station, ...Array<string>(6).fill('sent'))
  const jobs = await queue(station)
  expect(
    jobs.map(({ cartonNo, side, copy, revision }) => [cartonNo, side, copy, revision]),
  ).toEqual(
    [2, 3, 4].flatMap((no) => [
      [no, 1, 0, 0],
      [no, 2, 0, 0],
    ]),
  )
  expect(new Set(jobs.map(({ cartonCode }) => cartonCode)).size).toBe(3)
  const [front] = jobs
  const texts = await textsOf(printer.received[0] ?? new Uint8Array())
  expect(texts[0]).toBe(front?.cartonCode)
  expect(texts[1]).toContain(`LSC1;C=${front?.cartonCode};O=BH-1;`)
  expect(texts[1]).toContain(';N=2;R=0;')

  expect(await station.ask('printing.printPlanned', { orderNo: 'BH-1', from: 1, to: 4 })).toEqual({
    printed: 1,
    already: 3,
  })
  await settled(station, ...Array<string>(8).fill('sent'))
  const made = await station.ask('printing.planned', 'BH-1')
  expect(made.map(({ cartonNo, code }) => [cartonNo, code !== null])).toEqual(
    [1, 2, 3, 4, 5, 6].map((no) => [no, no <= 4]),
  )
  expect((await station.ask('printing.ledger', front?.cartonCode ?? '')).length).toBe(2)
})

test('a carton that is packed meanwhile never gets the number of a planned mark', async () => {
  const printer = await startPrinter()
  const server = await startServer([planned()])
  const station = startStation({ server, printer: printer.address })
  await ready(station)
  await station.ask('printing.printPlanned', { orderNo: 'BH-1', from: 1, to: 2 })
  await station.ask('bench.open', 'BH-1')
  await station.scan('LS!UNIT', mugCode)
  const { carton } = await bench(station)
  expect(carton?.cartonNo).toBe(3)
  await expect(
    station.ask('printing.printPlanned', { orderNo: 'BH-1', from: 3, to: 3 }),
  ).rejects.toMatchObject({ code: 'planned-number-taken', details: { cartonNo: 3 } })
  const codes = (await queue(station)).map(({ cartonCode }) => cartonCode)
  expect(codes).not.toContain(carton?.code)
})

test.each([
  ['no carton is planned with that number', { orderNo: 'BH-1', from: 40, to: 50 }, 'planned-none'],
  ['there is no such order', { orderNo: 'BH-9', from: 1, to: 2 }, 'order-unknown'],
] as const)('nothing is made when %s', async (_why, range, code) => {
  const server = await startServer([planned()])
  const station = startStation({ server })
  await ready(station)
  await expect(station.ask('printing.printPlanned', range)).rejects.toMatchObject({ code })
  expect(await queue(station)).toEqual([])
})

test('after the paper ran out and a restart the batch goes on at the very place, the unknown label is asked about', async () => {
  const printer = await startPrinter({ kind: 'paper-out', after: 5, bytes: 3_000 })
  const server = await startServer([planned()])
  const home = tempFolder()
  const station = startStation({ home, server, printer: printer.address })
  await ready(station)
  await station.ask('printing.printPlanned', { orderNo: 'BH-1', from: 1, to: cartons })
  await until(async () => {
    const sending = (await queue(station)).find(({ state }) => state === 'sending')
    expect(sending).toMatchObject({ cartonNo: 3, side: 2 })
  })
  await until(() => Promise.resolve(expect(printer.received[5]?.length).toBeGreaterThan(0)))
  // The packer gives up waiting: ending the station breaks the send off.
  await station.close()
  printer.behave({ kind: 'accept' })

  const again = startStation({ home, server, printer: printer.address })
  const states = ['sent', 'sent', 'sent', 'sent', 'sent', 'uncertain']
  await settled(again, ...states, ...Array<string>(6).fill('allocated'))
  const { printers } = await again.ask('printing.queue', undefined)
  expect(printers[0]?.hold).toMatchObject({
    cause: 'trouble',
    problem: { code: 'printer-interrupted' },
  })
  expect(printer.connections()).toBe(6)
  const asked = (await queue(again))[5]
  await again.ask('printing.again', { jobId: asked?.jobId ?? 0, reason: '没打出来' })
  await again.ask('printing.resume', 'p1')
  await settled(again, ...states, ...Array<string>(7).fill('sent'))

  const whole = printer.received.filter((_, index) => index !== 5)
  const told = await Promise.all(whole.map(textsOf))
  const perCarton = Map.groupBy(told, ([code]) => code)
  expect(perCarton.size).toBe(cartons)
  for (const labels of perCarton.values()) expect(labels).toHaveLength(2)
  expect(new Set(whole.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(12)
})

test('a planned mark on a carton whose own marks are due is a wrong mark and locks scanning', async () => {
  const printer = await startPrinter()
  const server = await startServer([planned()])
  const station = startStation({ server, printer: printer.address })
  await ready(station)
  await station.ask('printing.printPlanned', { orderNo: 'BH-1', from: 1, to: 1 })
  await settled(station, 'sent', 'sent')
  const code = (await queue(station))[0]?.cartonCode ?? ''
  await station.ask('bench.open', 'BH-1')
  await station.ask('training.place', 0)
  await station.scan('LS!UNIT', mugCode, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  await station.scan(code)
  expect(await bench(station)).toMatchObject({
    locked: true,
    feedback: { outcome: 'mark-other-carton' },
  })
})
