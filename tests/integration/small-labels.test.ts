import { afterAll, expect, onTestFinished, test } from 'vitest'
import { markPages } from '#shared/domain/box-mark.ts'
import { createLabelRenderer, openTransport, type Printer } from '#electron/printing/index.ts'
import { boxMark } from '../support/box-marks.ts'
import { drawZpl, readByZbar, readByZxing } from '../support/label-oracles.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  until,
  uploaded,
} from '../support/one-order-station.ts'
import { startPrintingStation } from '../support/printing-station.ts'
import { startServer, startStation } from '../support/station.ts'
import { startTcpPrinter } from '../support/tcp-printer.ts'
import { tempFolder } from '../support/temp-folder.ts'

const renderer = createLabelRenderer({
  workerUrl: new URL('../../electron/printing/label-worker.ts', import.meta.url),
})
afterAll(() => renderer.close())

test('a printer of 100×60 mm gets as many labels as the carton needs there, and each is scanned back', async () => {
  const printer = await startTcpPrinter()
  onTestFinished(() => printer.close())
  const server = await startServer([mugsAndCups()])
  const station = startStation({ server, printer: printer.address, media: '100x60' })
  await until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
  })
  await station.ask('bench.open', 'BH-1')
  await station.ask('training.place', 0)
  await station.scan(mugCode, mugCode, cupCode, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  // Two SKUs: the mark and one continuation mark, on two sides.
  await printer.ended(4)

  const code = (await bench(station)).carton?.code ?? ''
  const marks: string[] = []
  for (const zpl of printer.received) {
    const drawn = await drawZpl(zpl, 8, { width: 100, height: 60 })
    const said = await readByZxing(drawn)
    expect(await readByZbar(drawn)).toEqual(said)
    expect(said).toContain(code)
    marks.push(said.find((text) => text !== code) ?? '')
  }
  expect(marks).toHaveLength(4)
  await station.scan(...marks.slice(0, 3))
  expect((await bench(station)).lastVerified).toBeNull()
  await station.scan(...marks.slice(3))
  expect((await bench(station)).lastVerified?.code).toBe(code)
  await uploaded(station)
})

test('a set that was counted for larger labels is not printed on smaller ones, where its last SKUs would be missing', async () => {
  const printer = await startTcpPrinter()
  onTestFinished(() => printer.close())
  const zebra = (media: Printer['media']): Printer => ({
    id: 'zebra',
    language: 'zpl',
    dpi: 203,
    media,
    transport: openTransport(printer.address, {
      print: () => Promise.reject(new Error('not this one')),
    }),
  })
  const mark = boxMark()
  const code = mark.cartonCode
  const { length } = mark.items
  expect(markPages(length, '100x60')).toBeGreaterThan(markPages(length, '100x150'))

  const folder = tempFolder()
  const changed = startPrintingStation({ folder, renderer, printers: [zebra('100x60')] })
  await changed.seal(mark)
  await changed.reaches(code, 'failed', 'waiting')
  expect(changed.printing.jobsOf(code)[0]?.problem).toMatchObject({
    code: 'label-media',
    details: { media: '100x60' },
  })
  expect(printer.received).toHaveLength(0)
  changed.crash()

  const right = startPrintingStation({ folder, renderer, printers: [zebra('100x150')] })
  right.printing.reprint(code, mark.revision)
  await right.reaches(code, 'sent', 'sent')
  expect(printer.received).toHaveLength(2)
})
