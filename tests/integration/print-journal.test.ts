import { createHash } from 'node:crypto'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { cartonCode } from '#shared/domain/carton-code.ts'
import { createLabelRenderer, openTransport, type Printer } from '#electron/printing/index.ts'
import { boxMark, markItem } from '../support/box-marks.ts'
import { type PrintingStation, startPrintingStation } from '../support/printing-station.ts'
import { type PrinterBehaviour, startTcpPrinter, type TcpPrinter } from '../support/tcp-printer.ts'
import { tempFolder } from '../support/temp-folder.ts'

const renderer = createLabelRenderer({
  workerUrl: new URL('../../electron/printing/label-worker.ts', import.meta.url),
})
afterAll(() => renderer.close())

const noPrinter = { print: () => Promise.reject(new Error('not this one')) }

const startPrinter = async (behaviour?: PrinterBehaviour): Promise<TcpPrinter> => {
  const printer = await startTcpPrinter(behaviour)
  onTestFinished(() => printer.close())
  return printer
}

const asPrinter = ({ address }: Pick<TcpPrinter, 'address'>, id = 'zebra'): Printer => ({
  id,
  language: 'zpl',
  dpi: 203,
  media: '100x150',
  transport: openTransport(address, noPrinter),
})

const startStation = (
  printer: Pick<TcpPrinter, 'address'>,
  folder = tempFolder(),
  stallMs = 5_000,
): PrintingStation =>
  startPrintingStation({ folder, renderer, printers: [asPrinter(printer)], stallMs })

const mark = boxMark()
const code = mark.cartonCode
const other = boxMark({ cartonCode: cartonCode(3_041_188), cartonNo: 8 })

const sha256 = (bytes: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')

test('a mark set is printed in order, and each label is told to the server with the hash of its very bytes', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  await station.seal(mark)
  await station.reaches(code, 'sent', 'sent')
  expect(printer.received).toHaveLength(2)
  expect(station.facts).toEqual(
    [1, 2].map((side, index) => ({
      type: 'label-printed',
      orderNo: mark.orderNo,
      code,
      revision: 1,
      station: mark.station,
      at: '2026-11-23T09:30:12+08:00',
      side,
      page: 1,
      copy: 0,
      sha256: sha256(printer.received[index]),
    })),
  )
})

test('a carton whose seal was undone prints nothing', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  await station.seal(other)
  await station.reaches(other.cartonCode, 'sent', 'sent')
  const undone = { ...other, revision: 2 }
  expect(() =>
    station.store.transaction(() => {
      station.printing.allocate(undone, [{ side: 1, page: 1, copy: 0 }])
      throw new Error('disk full')
    }),
  ).toThrow('disk full')
  station.printing.wake()
  expect(station.states(other.cartonCode)).toEqual(['sent', 'sent'])
  expect(printer.connections()).toBe(2)
})

test('a mark that could never be printed is refused before it is allocated', async () => {
  const station = startStation(await startPrinter())
  const broken = { ...mark, items: [] }
  expect(() => station.printing.allocate(broken, [{ side: 1, page: 1, copy: 0 }])).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      details: { path: 'items', reason: expect.any(String) as string },
    }),
  )
})

test('changes are told after their commit, once a carton', async () => {
  const station = startStation(await startPrinter())
  await station.seal(mark)
  await station.reaches(code, 'sent', 'sent')
  const told: string[] = []
  station.printing.onChange((changed) => told.push(changed))
  const [first, second] = station.printing.jobsOf(code)
  station.store.transaction(() => {
    for (const job of [first, second]) station.printing.confirm(job?.jobId ?? 0)
    expect(told).toEqual([])
  })
  await Promise.resolve()
  expect(told).toEqual([code])
})

test('labels that refused connections failed are printed by a reprint as the same labels', async () => {
  const printer = await startPrinter()
  const gone = await startPrinter()
  await gone.close()
  const folder = tempFolder()
  const station = startStation(gone, folder)
  await station.seal(mark)
  await station.reaches(code, 'failed', 'waiting')
  expect(station.printing.jobsOf(code)[0]?.problem).toMatchObject({
    code: 'printer-unreachable',
    retryable: true,
  })
  station.crash()

  const again = startStation(printer, folder)
  again.printing.wake()
  expect(again.states(code)).toEqual(['failed', 'allocated'])
  again.printing.reprint(code, 1)
  await again.reaches(code, 'sent', 'sent')
  expect(again.printing.jobsOf(code).map(({ copy }) => copy)).toEqual([0, 0])
  expect(printer.received).toHaveLength(2)
})

test('a carton whose label failed does not hold up another carton', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  await station.seal(boxMark({ items: [markItem('A-1', { nameZh: '𠮷' })] }))
  await station.seal(other)
  await station.reaches(other.cartonCode, 'sent', 'sent')
  expect(station.states(code)).toEqual(['failed', 'allocated'])
})

test("names the font cannot write are left out on the packer's word, on every label of the set", async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  const items = [
    markItem('A-1', { nameZh: '𠮷' }),
    markItem('A-2', { nameEn: '📦' }),
    markItem('A-3'),
  ]
  await station.seal(boxMark({ items }))
  await station.reaches(code, 'failed', 'waiting')
  expect(station.printing.jobsOf(code)[0]?.problem).toMatchObject({ code: 'glyph-missing' })
  station.printing.codesOnly(code)
  await station.reaches(code, 'sent', 'sent')
  expect(() => station.printing.codesOnly(code)).toThrow(
    expect.objectContaining({ code: 'print-job-state' }),
  )
})

test.each([1, 2_000, 6_000])(
  "a reset after %i bytes is uncertain for ever, and only a packer's reprint makes a counted copy",
  async (bytes) => {
    const printer = await startPrinter({ kind: 'reset-after', bytes })
    const folder = tempFolder()
    const station = startStation(printer, folder)
    await station.seal(mark)
    await station.reaches(code, 'uncertain', 'uncertain')
    expect(station.facts).toEqual([])
    printer.behave({ kind: 'accept' })
    station.printing.wake()
    station.crash()

    const again = startStation(printer, folder)
    again.printing.wake()
    expect(again.states(code)).toEqual(['uncertain', 'uncertain'])
    expect(printer.connections()).toBe(2)
    again.printing.reprint(code, 1)
    await again.reaches(code, 'uncertain', 'uncertain', 'sent', 'sent')
    expect(again.printing.jobsOf(code).map(({ side, copy }) => [side, copy])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
      [2, 1],
    ])
    expect(printer.connections()).toBe(4)
  },
)

/** Where in a label the line breaks: before its first byte, in each of its regions, and after its last. */
const regions = [0, 0.02, 0.2, 0.4, 0.6, 0.8, 0.98, 1] as const

test.each(regions)(
  'wherever in a label the line breaks (%d of it), no label is sent again by itself and none has two identities',
  async (part) => {
    const whole = await startPrinter()
    const measured = startStation(whole)
    await measured.seal(mark)
    await measured.reaches(code, 'sent', 'sent')
    const length = whole.received[0]?.length ?? 0

    const printer = await startPrinter({ kind: 'reset-after', bytes: Math.ceil(length * part) })
    const folder = tempFolder()
    const station = startStation(printer, folder)
    await station.seal(mark)
    await expect
      .poll(() => station.states(code).join())
      .toMatch(/^(uncertain,uncertain|uncertain,failed|failed,rendered)$/)
    const sent = station.states(code)
    // Only where not a byte had left may the label be known not to have come out.
    if (part > 0) expect(sent[0]).toBe('uncertain')
    const connections = printer.connections()
    printer.behave({ kind: 'accept' })
    station.printing.wake()
    station.crash()
    const again = startStation(printer, folder)
    again.printing.wake()
    expect(printer.connections()).toBe(connections)
    expect(again.facts).toEqual([])

    again.printing.reprint(code, 1)
    await expect
      .poll(
        () => Map.groupBy(again.printing.jobsOf(code), ({ state }) => state).get('sent')?.length,
      )
      .toBe(2)
    const jobs = again.printing.jobsOf(code)
    const identities = jobs.map(({ side, page, copy }) => `${side}/${page}/${copy}`)
    expect(new Set(identities).size).toBe(jobs.length)
    const hashes = jobs.flatMap((job) => (job.state === 'failed' ? [] : [job.sha256]))
    expect(new Set(hashes).size).toBe(hashes.length)
  },
)

test.each(regions)(
  'wherever in a label the station is killed (%d of it), that label is uncertain and stays so',
  async (part) => {
    const whole = await startPrinter()
    const measured = startStation(whole)
    await measured.seal(mark)
    await measured.reaches(code, 'sent', 'sent')
    const bytes = Math.ceil((whole.received[0]?.length ?? 0) * part)

    const printer = await startPrinter({ kind: 'paper-out', after: 0, bytes })
    const folder = tempFolder()
    const station = startStation(printer, folder, 60_000)
    await station.seal(mark)
    await station.reaches(code, 'sending', 'rendered')
    await expect.poll(() => printer.received[0]?.length ?? 0).toBeGreaterThanOrEqual(bytes)
    station.crash()
    printer.behave({ kind: 'accept' })

    const again = startStation(printer, folder)
    again.printing.wake()
    await again.reaches(code, 'uncertain', 'sent')
    expect(printer.connections()).toBe(2)
    expect(again.facts).toMatchObject([{ type: 'label-printed', side: 2 }])
  },
)

test('a station that dies while sending finds the label uncertain and the rest of the set printed', async () => {
  const printer = await startPrinter({ kind: 'stall' })
  const folder = tempFolder()
  const station = startStation(printer, folder, 60_000)
  await station.seal(mark)
  // The second is made while the first is sent.
  await station.reaches(code, 'sending', 'rendered')
  await expect.poll(() => printer.connections()).toBe(1)
  station.crash()
  printer.behave({ kind: 'accept' })

  const again = startStation(printer, folder)
  expect(again.states(code)).toEqual(['uncertain', 'allocated'])
  again.printing.wake()
  await again.reaches(code, 'uncertain', 'sent')
  expect(again.facts).toMatchObject([{ type: 'label-printed', side: 2 }])
  expect(printer.connections()).toBe(2)
})

test('a station that dies before it renders, or before it sends, prints after the restart', async () => {
  const printer = await startPrinter()
  const folder = tempFolder()
  const station = startStation(printer, folder)
  await station.seal(mark)
  await station.reaches(code, 'sent', 'sent')
  const sent = await station.store.reports.selectFrom('print_jobs').selectAll().execute()
  for (const [id, state] of [
    [sent[0]?.id ?? 0, 'rendered'],
    [sent[1]?.id ?? 0, 'allocated'],
  ] as const) {
    const set = state === 'allocated' ? { state, sha256: null } : { state }
    await station.store.reports.updateTable('print_jobs').set(set).where('id', '=', id).execute()
  }
  station.crash()

  const again = startStation(printer, folder)
  // Made anew: the printer may speak something else since.
  expect(again.states(code)).toEqual(['allocated', 'allocated'])
  again.printing.wake()
  await again.reaches(code, 'sent', 'sent')
  expect(printer.received.slice(2).map(sha256)).toEqual(printer.received.slice(0, 2).map(sha256))
})

test("a reopened or voided carton's waiting labels are not printed", async () => {
  const printer = await startPrinter()
  const gone = await startPrinter()
  await gone.close()
  const folder = tempFolder()
  const station = startStation(gone, folder)
  await station.seal(mark)
  await station.reaches(code, 'failed', 'waiting')
  await station.store.reports
    .updateTable('cartons')
    .set({ state: 'open', revision: 2, mark_revision: 2 })
    .execute()
  station.crash()

  const again = startStation(printer, folder)
  again.printing.reprint(code, 1)
  await again.reaches(code, 'failed', 'waiting')
  await expect.poll(() => again.printing.jobsOf(code)[0]?.problem?.code).toBe('carton-state')
  expect(printer.connections()).toBe(0)
})

test('a reprint of labels that came out copies those that were not scanned back', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  await station.seal(mark)
  await station.reaches(code, 'sent', 'sent')
  const [first] = station.printing.jobsOf(code)
  station.store.transaction(() => station.printing.confirm(first?.jobId ?? 0))
  station.printing.reprint(code, 1)
  await station.reaches(code, 'confirmed', 'sent', 'sent')
  expect(station.printing.jobsOf(code)[2]).toMatchObject({ side: 2, copy: 1 })
})

test('copies are counted, and refused while their label is still to be printed', async () => {
  const printer = await startPrinter()
  const station = startStation(printer)
  await station.seal(mark)
  expect(() => station.printing.copy(code, 1, 1, 'torn')).toThrow(
    expect.objectContaining({ code: 'print-job-state' }),
  )
  expect(() => station.printing.copy(code, 1, 2, 'torn')).toThrow(
    expect.objectContaining({ code: 'print-job-unknown' }),
  )
  await station.reaches(code, 'sent', 'sent')
  station.printing.copy(code, 1, 1, 'torn')
  await station.reaches(code, 'sent', 'sent', 'sent')
  station.printing.copy(code, 1, 1, 'wet')
  await station.reaches(code, 'sent', 'sent', 'sent', 'sent')
  expect(station.printing.jobsOf(code).map(({ copy, reason }) => [copy, reason])).toEqual([
    [0, null],
    [0, null],
    [1, 'torn'],
    [2, 'wet'],
  ])
  expect(new Set(printer.received.map(sha256)).size).toBe(4)
})

test('what the journal does not allow is refused, and nothing changes', async () => {
  const station = startStation(await startPrinter({ kind: 'stall' }))
  const [first = 0] = await station.seal(mark)
  expect(() => station.printing.confirm(first)).toThrow(
    expect.objectContaining({ code: 'print-job-state' }),
  )
  expect(() => station.printing.confirm(99)).toThrow(
    expect.objectContaining({ code: 'print-job-unknown' }),
  )
  expect(() => station.printing.reprint(code, 9)).toThrow(
    expect.objectContaining({ code: 'print-job-unknown' }),
  )
  await station.reaches(code, 'sending', 'rendered')
})

test('labels of a printer that is no longer there fail by its name and go to the new one', async () => {
  const printer = await startPrinter({ kind: 'stall' })
  const folder = tempFolder()
  const station = startStation(printer, folder, 60_000)
  await station.seal(mark)
  await station.reaches(code, 'sending', 'rendered')
  station.crash()

  const successor = await startPrinter()
  const again = startPrintingStation({ folder, renderer, printers: [asPrinter(successor, 'tsc')] })
  again.printing.wake()
  await again.reaches(code, 'uncertain', 'failed')
  expect(again.printing.jobsOf(code)[1]?.problem).toMatchObject({
    code: 'printer-unknown',
    details: { printerId: 'zebra' },
  })
  again.printing.reprint(code, 1)
  await again.reaches(code, 'uncertain', 'sent', 'sent')
})
