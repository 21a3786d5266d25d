import { createHash } from 'node:crypto'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { cartonCode } from '#shared/domain/carton-code.ts'
import { AppError } from '#shared/errors.ts'
import { createLabelRenderer, openTransport, type Printer } from '#electron/printing/index.ts'
import { boxMark } from '../support/box-marks.ts'
import { type PrintingStation, startPrintingStation } from '../support/printing-station.ts'
import { type PrinterBehaviour, startTcpPrinter, type TcpPrinter } from '../support/tcp-printer.ts'
import { tempFolder } from '../support/temp-folder.ts'

const renderer = createLabelRenderer({
  workerUrl: new URL('../../electron/printing/label-worker.ts', import.meta.url),
})
afterAll(() => renderer.close())

const startPrinter = async (behaviour?: PrinterBehaviour, port?: number): Promise<TcpPrinter> => {
  const printer = await startTcpPrinter(behaviour, port)
  onTestFinished(() => printer.close())
  return printer
}

const asPrinter = ({ address }: Pick<TcpPrinter, 'address'>): Printer => ({
  id: 'zebra',
  language: 'zpl',
  dpi: 203,
  media: '100x150',
  transport: openTransport(address, { print: () => Promise.reject(new Error('not this one')) }),
})

const startStation = (
  printer: Pick<TcpPrinter, 'address'>,
  folder = tempFolder(),
): PrintingStation =>
  startPrintingStation({ folder, renderer, printers: [asPrinter(printer)], stallMs: 60_000 })

const mark = boxMark()
const code = mark.cartonCode
const second = boxMark({ cartonCode: cartonCode(3_041_188), cartonNo: 8 })
const third = boxMark({ cartonCode: cartonCode(3_041_189), cartonNo: 9 })

const hashes = (printer: TcpPrinter): readonly string[] =>
  printer.received.map((bytes) => createHash('sha256').update(bytes).digest('hex'))

test('nothing is sent to a printer that the packer holds, not after a restart either, until it is resumed', async () => {
  const printer = await startPrinter()
  const folder = tempFolder()
  const station = startStation(printer, folder)
  station.printing.hold('zebra', '换纸')
  await station.seal(mark)
  station.printing.wake()
  await Promise.resolve()
  expect(station.states(code)).toEqual(['allocated', 'allocated'])
  station.crash()

  const again = startStation(printer, folder)
  again.printing.wake()
  expect(again.printing.holds()).toEqual([
    {
      printerId: 'zebra',
      cause: 'packer',
      reason: '换纸',
      problem: null,
      since: '2026-11-23T09:30:12+08:00',
    },
  ])
  expect(again.printing.jobsOf(code)[0]?.problem).toMatchObject({
    code: 'printer-held',
    details: { printerId: 'zebra', cause: 'packer', reason: '换纸' },
  })
  expect(printer.connections()).toBe(0)
  again.printing.resume('zebra')
  await again.reaches(code, 'sent', 'sent')
  expect(again.printing.holds()).toEqual([])
  expect(printer.connections()).toBe(2)
})

test('a hold lets the label that is being sent come to its end, and keeps the place of the rest', async () => {
  const printer = await startPrinter({ kind: 'slow', bytes: 1024 })
  const station = startStation(printer)
  const begun = new Promise((resolve) => printer.onRead(resolve))
  await station.seal(mark)
  await begun
  station.printing.hold('zebra', '换纸')
  await station.seal(second)
  await vi.waitFor(() => expect(station.states(code)[0]).toBe('sent'))
  expect(['allocated', 'rendered']).toContain(station.states(code)[1])
  station.printing.wake()
  expect(printer.connections()).toBe(1)
  printer.behave({ kind: 'accept' })
  station.printing.resume('zebra')
  await station.reaches(second.cartonCode, 'sent', 'sent')
  expect(station.states(code)).toEqual(['sent', 'sent'])
  expect(new Set(hashes(printer)).size).toBe(4)
})

test('two sends in a row that go wrong hold the printer, one does not, and resuming prints what had not left', async () => {
  const gone = await startPrinter()
  const { port } = gone
  await gone.close()
  const station = startStation(gone)
  const held: string[] = []
  station.printing.onHold(() => {
    held.push(station.printing.holds()[0]?.problem?.code ?? 'resumed')
  })
  await station.seal(mark)
  await station.reaches(code, 'failed', 'waiting')
  expect(station.printing.holds()).toEqual([])
  await station.seal(second)
  await station.reaches(second.cartonCode, 'failed', 'waiting')
  await station.seal(third)
  station.printing.wake()
  expect(held).toEqual(['printer-unreachable'])
  expect(station.states(third.cartonCode)).toEqual(['allocated', 'allocated'])

  const back = await startPrinter({ kind: 'accept' }, port)
  station.printing.resume('zebra')
  await station.reaches(third.cartonCode, 'sent', 'sent')
  expect(held).toEqual(['printer-unreachable', 'resumed'])
  for (const each of [code, second.cartonCode]) {
    expect(station.printing.jobsOf(each).map(({ state, copy }) => [state, copy])).toEqual([
      ['sent', 0],
      ['sent', 0],
    ])
  }
  expect(new Set(hashes(back)).size).toBe(6)
})

test('a success between two troubles starts the count anew', async () => {
  const printer = await startPrinter({ kind: 'reset-after', bytes: 1 })
  const station = startStation(printer)
  await station.seal(mark)
  await station.reaches(code, 'uncertain', 'uncertain')
  expect(station.printing.holds()).toMatchObject([{ cause: 'trouble' }])
  printer.behave({ kind: 'accept' })
  // Whoever prints again has seen to the printer.
  station.printing.reprint(code, 1)
  await station.reaches(code, 'uncertain', 'uncertain', 'sent', 'sent')
  expect(station.printing.holds()).toEqual([])
  printer.behave({ kind: 'reset-after', bytes: 1 })
  station.printing.copy(code, 1, 1, 'torn')
  await station.reaches(code, 'uncertain', 'uncertain', 'sent', 'sent', 'uncertain')
  expect(station.printing.holds()).toEqual([])
})

test('what waits can be taken back with a reason, is never sent, and can be printed after all as a counted copy', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  station.printing.hold('zebra', '换纸')
  const ids = await station.seal(mark)
  station.printing.withdraw(ids, '不要了')
  expect(station.printing.jobsOf(code).map((job) => [job.state, job.withdrawnReason])).toEqual([
    ['withdrawn', '不要了'],
    ['withdrawn', '不要了'],
  ])
  station.printing.resume('zebra')
  await station.seal(second)
  await station.reaches(second.cartonCode, 'sent', 'sent')
  expect(station.states(code)).toEqual(['withdrawn', 'withdrawn'])
  station.printing.reprint(code, 1)
  await station.reaches(code, 'withdrawn', 'withdrawn', 'sent', 'sent')
  expect(station.printing.jobsOf(code).map(({ side, copy }) => [side, copy])).toEqual([
    [1, 0],
    [2, 0],
    [1, 1],
    [2, 1],
  ])
})

test('a label that has left cannot be taken back, nor one of several, and then none is', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  const sent = await station.seal(mark)
  await station.reaches(code, 'sent', 'sent')
  station.printing.hold('zebra', '换纸')
  const waiting = await station.seal(second)
  expect(() => station.printing.withdraw([...waiting, ...sent], 'no')).toThrow(
    expect.objectContaining({ code: 'print-job-state' }),
  )
  expect(station.states(second.cartonCode)).toEqual(['allocated', 'allocated'])
  expect(() => station.printing.withdraw([99], 'no')).toThrow(
    expect.objectContaining({ code: 'print-job-unknown' }),
  )
})

test('a printer nobody knows can neither be held nor resumed', async () => {
  const station = startStation(await startPrinter())
  for (const act of [
    () => station.printing.hold('other', 'why'),
    () => station.printing.resume('other'),
  ]) {
    expect(act).toThrow(expect.objectContaining({ code: 'printer-unknown' }))
  }
})

test('one label is printed again by its job: as it is when nothing had left, else as a counted copy', async () => {
  const printer = await startPrinter()
  const gone = await startPrinter()
  await gone.close()
  const folder = tempFolder()
  const first = startStation(gone, folder)
  const [front = 0] = await first.seal(mark)
  await first.reaches(code, 'failed', 'waiting')
  first.crash()
  const station = startStation(printer, folder)
  station.printing.again(front, 'printer was off')
  await station.reaches(code, 'sent', 'sent')
  const copy = station.printing.again(front, 'smudged')
  await station.reaches(code, 'sent', 'sent', 'sent')
  expect(station.printing.jobsOf(code)[2]).toMatchObject({
    jobId: copy,
    copy: 1,
    reason: 'smudged',
  })
})

test('the ledger has every label of a carton, proved, stale or taken back, and the queue only what matters', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  const [front = 0, side = 0] = await station.seal(mark)
  await station.reaches(code, 'sent', 'sent')
  station.store.transaction(() => station.printing.confirm(front))
  station.printing.again(side, 'torn')
  await station.reaches(code, 'confirmed', 'sent', 'sent')
  const told = () =>
    station.printing
      .ledger(code)
      .map(({ side: face, copy, state, age, reason }) => [face, copy, state, age, reason])
  expect(told()).toEqual([
    [1, 0, 'confirmed', null, null],
    [2, 0, 'sent', null, null],
    [2, 1, 'sent', null, 'torn'],
  ])
  expect(station.printing.queue()).toMatchObject([
    { orderNo: mark.orderNo, cartonNo: mark.cartonNo, printerId: 'zebra', state: 'confirmed' },
    { state: 'sent' },
    { state: 'sent' },
  ])
  await station.store.reports
    .updateTable('cartons')
    .set({ state: 'open', revision: 2, mark_revision: 2 })
    .execute()
  expect(told().map(([, , , age]) => age)).toEqual(Array(3).fill('older-revision'))
  await station.store.reports.updateTable('cartons').set({ state: 'voided' }).execute()
  expect(told().map(([, , , age]) => age)).toEqual(Array(3).fill('carton-voided'))
})

const paperOut = new AppError('printer-paper-out', 'paper-out', { details: { media: '100x150' } })

test('nothing is sent to a printer that says it cannot print, and what waited prints by itself afterwards', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  station.printing.printerSays('zebra', paperOut)
  await station.seal(mark)
  station.printing.wake()
  await vi.waitFor(() =>
    expect(station.printing.jobsOf(code).map(({ problem }) => problem?.code)).toEqual([
      'printer-paper-out',
      'printer-paper-out',
    ]),
  )
  expect(station.states(code)).toEqual(['allocated', 'allocated'])
  expect(station.printing.holds()).toEqual([])
  expect(printer.connections()).toBe(0)
  station.printing.printerSays('zebra', null)
  await station.reaches(code, 'sent', 'sent')
  expect(new Set(hashes(printer)).size).toBe(2)
})

test('a printer that wrongly says it cannot print prints for whoever knows better, and no label gets a copy by that', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  station.printing.printerSays('zebra', paperOut)
  await station.seal(mark)
  expect(station.printing.reprint(code, mark.revision)).toEqual([])
  await station.reaches(code, 'sent', 'sent')

  station.printing.printerSays('zebra', paperOut)
  await station.seal(second)
  station.printing.resume('zebra')
  await station.reaches(second.cartonCode, 'sent', 'sent')
  expect(new Set(hashes(printer)).size).toBe(4)
})
