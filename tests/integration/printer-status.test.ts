import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { PrinterStatus } from '#shared/domain/printer-status.ts'
import {
  createPrinterWatch,
  detectLanguage,
  oneAtATime,
  openTransport,
  type Transport,
} from '#electron/printing/index.ts'
import { afterTimeout } from '#electron/sync/index.ts'
import { type PrinterWords, startTcpPrinter, type TcpPrinter } from '#tests/support/tcp-printer.ts'
import { zebraWell, zebraWithoutPaper } from '#tests/support/zebra-words.ts'

/** Printers of each make: they answer their own questions and keep silent on all others. */
const makes: Readonly<Record<'zpl' | 'tspl' | 'escpos', PrinterWords>> = {
  zpl: (query) => (query.startsWith('~HS') ? zebraWell : ''),
  tspl: (query) => (query.startsWith('\u001B!') ? '\u0004\u0002E@@A\u0003\r\n' : ''),
  escpos: (query) => (query.startsWith('\u0010\u0004') ? '\u0012\u0012\u001E' : ''),
}

const startPrinter = async (words: PrinterWords): Promise<TcpPrinter> => {
  const printer = await startTcpPrinter()
  onTestFinished(printer.close)
  printer.speak(words)
  return printer
}
const wayTo = ({ address }: Pick<TcpPrinter, 'address'>): Transport =>
  openTransport(address, { print: () => Promise.reject(new Error('not virtual')) })
const limits = () => ({ signal: new AbortController().signal, patienceMs: 300 })

describe('the language of a printer', () => {
  it.each(['zpl', 'tspl', 'escpos'] as const)('is told by its own answers: %s', async (make) => {
    const printer = await startPrinter(makes[make])
    expect(await detectLanguage(wayTo(printer), limits())).toBe(make)
    expect(printer.received).toEqual([])
  })

  it.each<[string, PrinterWords]>([
    ['keeps silent', () => ''],
    ['says rubbish', () => '\u00A5'.repeat(10_000)],
    ['repeats the question', (query) => query],
  ])('stays unknown of one that %s', async (_what, words) => {
    expect(await detectLanguage(wayTo(await startPrinter(words)), limits())).toBeNull()
  })

  it('is asked so that a receipt printer without a way back forgets it before the line ends', async () => {
    const asked: string[] = []
    const printer = await startPrinter((query) => {
      asked.push(query)
      return ''
    })
    await detectLanguage(wayTo(printer), limits())
    const everything = asked.join('')
    // What stands behind the last `ESC @` is all that a line end can print.
    expect(everything.slice(everything.lastIndexOf('\u001B@') + 2)).toBe('\r\n')
    expect(everything.slice(0, everything.lastIndexOf('\u001B@'))).not.toMatch(/[\r\n]/)
  })

  it('of a printer out of reach is an error, not silence', async () => {
    const printer = await startPrinter(makes.zpl)
    await printer.close()
    await expect(detectLanguage(wayTo(printer), limits())).rejects.toMatchObject({
      code: 'printer-unreachable',
    })
  })
})

describe('the watch over printers', () => {
  const pace = { calm: 30, troubled: 5, silent: 60_000, printed: 10 }

  it('asks from the beginning, tells each change once, and asks a printer in trouble until it is well', async () => {
    let says = zebraWell
    const printer = await startPrinter(() => says)
    const told: PrinterStatus[] = []
    const watch = createPrinterWatch({
      printers: [{ id: 'p1', language: 'zpl', transport: oneAtATime(wayTo(printer)) }],
      after: afterTimeout,
      pace,
      patienceMs: 300,
      told: (_id, status) => told.push(status),
    })
    onTestFinished(watch.close)
    await vi.waitFor(() => expect(told).toEqual([{ kind: 'ready' }]))
    says = zebraWithoutPaper
    await vi.waitFor(() => expect(told).toHaveLength(2))
    expect(told[1]).toEqual({ kind: 'trouble', troubles: ['paper-out'] })
    const asked = printer.questions()
    await vi.waitFor(() => expect(printer.questions()).toBeGreaterThan(asked + 1))
    expect(told).toHaveLength(2)
    // Once it does not answer, which it may owe to somebody else; then for good, and comes back.
    let silences = 1
    printer.speak(() => (silences-- > 0 ? '' : says))
    await vi.waitFor(() => expect(silences).toBeLessThan(-1))
    expect(told).toHaveLength(2)
    says = ''
    await vi.waitFor(() => expect(told).toHaveLength(3))
    expect(told.pop()).toEqual({ kind: 'unknown' })
    says = zebraWell
    await vi.waitFor(() => expect(told).toHaveLength(3))
    expect(told[2]).toEqual({ kind: 'ready' })
    // Something went wrong with a label: that it is as well as before is news then.
    watch.trouble('p1')
    await vi.waitFor(() => expect(told).toHaveLength(4))
    expect(told[3]).toEqual({ kind: 'ready' })
  })

  it('lets a silent printer rest, and looks at it at once when a label went wrong and when one came out', async () => {
    const printer = await startPrinter(makes.zpl)
    await printer.close()
    const waits: number[] = []
    const told: PrinterStatus[] = []
    const runs: (() => void)[] = []
    const watch = createPrinterWatch({
      printers: [
        { id: 'p1', language: 'zpl', transport: wayTo(printer) },
        // Nobody can ask it.
        { id: 'file', language: 'zpl', transport: wayTo({ address: 'file:/dev/null' }) },
      ],
      after: (ms, run) => {
        waits.push(ms)
        runs.push(run)
        return () => undefined
      },
      pace,
      patienceMs: 300,
      told: (_id, status) => told.push(status),
    })
    onTestFinished(watch.close)
    expect(waits).toEqual([0])
    runs[0]?.()
    await vi.waitFor(() => expect(waits).toEqual([0, 60_000]))
    watch.trouble('p1')
    watch.trouble('p1')
    watch.trouble('file')
    expect(waits).toEqual([0, 60_000, 0])
    runs[2]?.()
    await vi.waitFor(() => expect(waits).toEqual([0, 60_000, 0, 5]))
    watch.printed('p1')
    expect(waits.at(-1)).toBe(10)
    expect(told).toEqual([])
  })

  it('takes no answer for silence while a label is on its way', async () => {
    const printer = await startPrinter(() => zebraWithoutPaper)
    const told: PrinterStatus[] = []
    const transport = oneAtATime(wayTo(printer))
    const watch = createPrinterWatch({
      printers: [{ id: 'p1', language: 'zpl', transport }],
      after: afterTimeout,
      pace,
      patienceMs: 300,
      told: (_id, status) => told.push(status),
    })
    onTestFinished(watch.close)
    await vi.waitFor(() => expect(told).toHaveLength(1))
    printer.behave({ kind: 'stall' })
    const { signal } = new AbortController()
    await transport.send(new TextEncoder().encode('^XA^XZ'), { signal, stallMs: 100 })
    expect(told).toEqual([{ kind: 'trouble', troubles: ['paper-out'] }])
  })
})

describe('a printer that many would speak to', () => {
  it('gets its label although somebody waits for an answer, and no question meanwhile', async () => {
    const printer = await startPrinter(() => '')
    const transport = oneAtATime(wayTo(printer))
    const question = { query: '~HS', isWhole: () => false }
    const { signal } = new AbortController()
    const asked = transport.ask?.(question, { signal, patienceMs: 60_000 })
    await vi.waitFor(() => expect(printer.questions()).toBe(1))
    const sent = transport.send(new TextEncoder().encode('^XA^XZ'), { signal, stallMs: 5_000 })
    await expect(transport.ask?.(question, { signal, patienceMs: 60_000 })).rejects.toMatchObject({
      code: 'printer-busy',
    })
    expect(await sent).toEqual({ kind: 'sent' })
    expect(await asked).toBe('')
    expect(printer.questions()).toBe(1)
    expect(printer.received).toHaveLength(1)
  })
})
