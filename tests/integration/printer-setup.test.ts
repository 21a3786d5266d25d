import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { PrinterConfigView } from '#shared/contract/printer-views.ts'
import { drawZpl, readByZbar } from '#tests/support/label-oracles.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { startTcpPrinter, type TcpPrinter } from '#tests/support/tcp-printer.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const cup = wireSku('CUP', '6925000000029')

const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })

const startPrinter = async (): Promise<TcpPrinter> => {
  const printer = await startTcpPrinter()
  onTestFinished(printer.close)
  return printer
}

const setUp = async () => {
  const home = tempFolder()
  const first = await startPrinter()
  const server = await startServer([wireOrder('BH-1', [[cup, 12]])])
  const station = startStation({ home, server, printer: first.address })
  return { home, first, station }
}

const zebra = (address: string, change: Partial<PrinterConfigView> = {}): PrinterConfigView => ({
  id: 'zebra',
  name: 'Zebra 2',
  address,
  language: 'zpl',
  dpi: 203,
  media: '100x150',
  offset: { x: 0, y: 0 },
  speed: null,
  darkness: null,
  ...change,
})

const settingsOf = (home: string) =>
  JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')) as Record<string, unknown>

/** The codes that another program draws from the bytes, and a scanner reads. */
const codesOn = async (printer: TcpPrinter): Promise<readonly string[]> => {
  await printer.ended(1)
  return readByZbar(await drawZpl(printer.received[0] ?? new Uint8Array()))
}

const packOne = async (station: TestStation): Promise<void> => {
  await until(async () => {
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
    await station.ask('bench.open', 'BH-1')
    await station.scan('6925000000029')
    expect((await station.ask('bench.snapshot', undefined)).state.carton?.units).toBe(1)
  })
  await station.scan('LS!DONE')
  await station.ask('training.place', null)
}

describe('a ruler label', () => {
  it('is proved by its own codes, read off the paper', async () => {
    const { station } = await setUp()
    const printer = await startPrinter()
    await station.ask(
      'printers.ruler',
      zebra(printer.address, { offset: { x: 4, y: -2 }, darkness: 12 }),
    )
    expect(station.latest('ruler')).toMatchObject({ printerId: 'zebra', settings: 'due' })
    const codes = await codesOn(printer)
    // Some scanners say which symbol it was.
    await station.scan(...codes.map((code) => `]Q1${code}`))
    expect(station.latest('ruler')).toMatchObject({
      settings: 'read',
      places: ['TL', 'TR', 'BL', 'BR'].map((place) => ({ place, isRead: true })),
    })
    // Its codes are not goods: nothing was answered, and nothing is locked.
    expect((await station.ask('bench.snapshot', undefined)).state).toMatchObject({
      feedback: null,
      locked: false,
    })
    await station.ask('printers.endRuler', undefined)
    expect(station.latest('ruler')).toBeNull()
  })

  it('printed before with other settings proves nothing of these', async () => {
    const { station } = await setUp()
    const [before, now] = [await startPrinter(), await startPrinter()]
    await station.ask('printers.ruler', zebra(before.address))
    const old = (await codesOn(before)).find((code) => code.startsWith('LSR1;')) ?? ''
    await station.ask('printers.ruler', zebra(now.address, { offset: { x: 8, y: 0 } }))
    await station.scan(old)
    expect(station.latest('ruler')).toMatchObject({ settings: 'differs' })
  })

  it('that cannot be printed says why, and awaits no codes', async () => {
    const { station } = await setUp()
    const printer = await startPrinter()
    await printer.close()
    await expect(station.ask('printers.ruler', zebra(printer.address))).rejects.toMatchObject({
      code: 'printer-unreachable',
    })
    await expect(
      station.ask('printers.ruler', zebra(printer.address, { offset: { x: 900, y: 0 } })),
    ).rejects.toMatchObject({ code: 'label-shifted-off' })
    await expect(station.ask('printers.ruler', zebra('tcp://[::1]:99999'))).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect(station.latest('ruler') ?? null).toBeNull()
  })
})

describe('the printers of a station', () => {
  it('take over at once, with their own settings, when they are saved for the marks', async () => {
    const { home, first, station } = await setUp()
    const printer = await startPrinter()
    await station.ask('printers.save', {
      printer: zebra(printer.address, { darkness: 20, speed: 5 }),
      forMarks: true,
    })
    expect(settingsOf(home)).toMatchObject({
      defaultPrinter: 'zebra',
      station: { name: '打包台 7' },
    })
    await until(async () => {
      expect((await station.ask('printers.setup', undefined)).defaultPrinter).toBe('zebra')
    })
    await packOne(station)
    await printer.ended(2)
    expect(first.connections()).toBe(0)
    const zpl = Buffer.from(printer.received[0] ?? []).toString('latin1')
    expect(zpl).toContain('~SD20')
    expect(zpl).toContain('^PR5')
  })

  it('get labels that waited for them made anew, in what they speak now', async () => {
    const { station } = await setUp()
    const printer = await startPrinter()
    await until(async () => {
      expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
      expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
      await station.ask('bench.open', 'BH-1')
      await station.scan('6925000000029')
      expect((await station.ask('bench.snapshot', undefined)).state.carton?.units).toBe(1)
    })
    printer.behave({ kind: 'stall' })
    const p1 = zebra(printer.address, { id: 'p1', name: 'P1' })
    await station.ask('printers.save', { printer: p1, forMarks: true })
    const first = async () => (await station.ask('printers.setup', undefined)).printers[0]
    await until(async () => expect(await first()).toMatchObject({ address: printer.address }))
    await station.scan('LS!DONE')
    await station.ask('training.place', null)
    const states = async () =>
      (await station.ask('printing.queue', undefined)).jobs.map(({ state }) => state)
    await until(async () => expect(await states()).toEqual(['sending', 'rendered']))
    await station.ask('printing.hold', { printerId: 'p1', reason: 'another printer' })
    await printer.close()
    // What became of the first is told by other tests: it left, and the second did not.
    await until(async () => {
      const [before, waiting] = await states()
      expect(['sent', 'uncertain']).toContain(before)
      expect(waiting).toBe('rendered')
    })
    const tsc = await startPrinter()
    const other = zebra(tsc.address, { id: 'p1', name: 'P1', language: 'tspl' })
    await station.ask('printers.save', { printer: other, forMarks: true })
    await until(async () => expect(await first()).toMatchObject({ language: 'tspl' }))
    await station.ask('printing.resume', 'p1')
    await tsc.ended(1)
    expect(Buffer.from(tsc.received[0] ?? []).toString('latin1')).toMatch(/^SIZE /)
  })

  it.each([
    ['an address nobody can print to', { address: 'http://192.168.1.9' }],
    ['darkness beyond its scale', { darkness: 31 }],
    ['a speed that the language has no command for', { language: 'escpos' as const, speed: 4 }],
    ['labels too small for the marks', { media: '50x25' as const }],
  ])('refuse %s, and the file stays as it was', async (_what, change) => {
    const { home, station } = await setUp()
    const before = settingsOf(home)
    await expect(
      station.ask('printers.save', { printer: zebra('tcp://10.0.0.1', change), forMarks: true }),
    ).rejects.toMatchObject({ code: 'printer-setup-invalid' })
    expect(settingsOf(home)).toEqual(before)
  })

  it('may have one of their own for unit labels, which goes with the printer', async () => {
    const { home, station } = await setUp()
    const again = async (check: () => Promise<void>) => until(check)
    await station.ask('printers.save', {
      printer: zebra('tcp://10.0.0.1', { media: '50x25' }),
      forMarks: false,
    })
    await again(() => station.ask('printers.use', { kind: 'unit', id: 'zebra' }))
    expect(settingsOf(home)).toMatchObject({ labelPrinters: { unit: 'zebra' } })
    await again(() => station.ask('printers.remove', 'zebra'))
    expect(settingsOf(home)).toMatchObject({ labelPrinters: {}, printers: [{ id: 'p1' }] })
    await again(async () => {
      await expect(station.ask('printers.remove', 'zebra')).rejects.toMatchObject({
        code: 'printer-unknown',
      })
    })
  })
})
