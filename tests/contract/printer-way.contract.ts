import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SendLimits, SendOutcome, Transport } from '#electron/printing/index.ts'
import type { PrinterBehaviour } from '#tests/support/tcp-printer.ts'

/** A printer at the far end of a way, which behaves as it is told. */
export interface PrinterAtTheEnd {
  /** Every byte it has read, in pieces. */
  readonly received: readonly Uint8Array[]
  behave(behaviour: PrinterBehaviour): void
}

export interface PrinterWay {
  readonly transport: Transport
  readonly printer: PrinterAtTheEnd
  /** Nobody is there from now on. */
  switchOff(): Promise<void>
  switchOn(): Promise<PrinterAtTheEnd>
}

/** What a way can know of a job in each kind of trouble. */
export interface WayKind {
  readonly name: string
  readonly start: () => Promise<PrinterWay>
  /** What is known of a label for a printer that is off. */
  readonly off: SendOutcome['kind']
  /** It hears what the printer says, or that it has gone. */
  readonly hears: boolean
  /** In bytes: what no buffer on the way takes whole. */
  readonly large?: number
}

const patient: SendLimits = { signal: new AbortController().signal, stallMs: 10_000 }
const impatient: SendLimits = { ...patient, stallMs: 600 }
const soon = { timeout: 10_000 }

interface Job {
  readonly bytes: Uint8Array
  /** How often its beginning has arrived. */
  begun(printer: PrinterAtTheEnd): number
  /** How often all of it has arrived. */
  printed(printer: PrinterAtTheEnd): number
}

const times = (part: Uint8Array, { received }: PrinterAtTheEnd): number => {
  const all = Buffer.concat(received)
  let count = 0
  for (let at = all.indexOf(part); at !== -1; at = all.indexOf(part, at + 1)) count += 1
  return count
}

/** A job that begins as no other does. */
const newJob = (length: number): Job => {
  const bytes = Uint8Array.from({ length }, (_, index) => index % 251)
  bytes.set(randomBytes(16))
  return {
    bytes,
    begun: (printer) => times(bytes.subarray(0, 16), printer),
    printed: (printer) => times(bytes, printer),
  }
}

/** After whatever trouble: the next label arrives whole, and of the one before no more than its one beginning. */
const goesOn = async (transport: Transport, printer: PrinterAtTheEnd, before: Job) => {
  const next = newJob(20_000)
  await expect
    .poll(async () => {
      const { kind } = await transport.send(next.bytes, patient)
      expect(['sent', 'nothing-left']).toContain(kind)
      return kind
    }, soon)
    .toBe('sent')
  await expect.poll(() => next.printed(printer), soon).toBe(1)
  expect(next.begun(printer)).toBe(1)
  expect(before.begun(printer)).toBeLessThanOrEqual(1)
  expect(before.printed(printer)).toBe(0)
}

/** What every way to a printer promises when the printer does not do what it should. */
export const printerWayContract = ({
  name,
  start,
  off,
  hears,
  large = 20_000_000,
}: WayKind): void => {
  describe(`${name}, with a printer in trouble`, () => {
    test.each([
      ['takes nothing', { kind: 'stall' }],
      ['runs out of paper within the first bytes', { kind: 'paper-out', after: 0, bytes: 1 }],
      ['runs out of paper inside a label', { kind: 'paper-out', after: 0, bytes: 100_000 }],
    ] as const)('one that %s is given up, and the label does not come later', async (_, how) => {
      const { transport, printer } = await start()
      printer.behave(how)
      const job = newJob(large)
      const { kind } = await transport.send(job.bytes, impatient)
      expect(['uncertain', 'nothing-left']).toContain(kind)
      printer.behave({ kind: 'accept' })
      await goesOn(transport, printer, job)
      if (kind === 'nothing-left') expect(job.begun(printer)).toBe(0)
    })

    test.each(hears ? [1, 4_096, 100_000] : [])(
      'one that resets after %i bytes leaves the label uncertain, and it is not sent again',
      async (bytes) => {
        const { transport, printer } = await start()
        printer.behave({ kind: 'reset-after', bytes })
        const job = newJob(large)
        expect(await transport.send(job.bytes, patient)).toMatchObject({
          kind: 'uncertain',
          problem: { code: 'printer-interrupted' },
        })
        printer.behave({ kind: 'accept' })
        await goesOn(transport, printer, job)
      },
    )

    test.each<[string, PrinterBehaviour]>([
      ['answers nothing', { kind: 'accept' }],
      ['answers garbage', { kind: 'garbage', bytes: 300_000 }],
      ['tells its status all the time', { kind: 'status' }],
      ['is slow', { kind: 'slow', bytes: 1024 }],
    ])('one that %s gets every byte once', async (_, how) => {
      const { transport, printer } = await start()
      printer.behave(how)
      const { bytes } = newJob(300_000)
      expect(await transport.send(bytes, patient)).toEqual({ kind: 'sent' })
      await expect.poll(() => Buffer.concat(printer.received).length, soon).toBe(bytes.length)
      expect(Buffer.compare(Buffer.concat(printer.received), bytes)).toBe(0)
    })

    test('one that was off gets nothing of that label when it comes back', async () => {
      const { transport, switchOff, switchOn } = await start()
      await switchOff()
      const job = newJob(20_000)
      expect((await transport.send(job.bytes, impatient)).kind).toBe(off)
      const printer = await switchOn()
      await goesOn(transport, printer, job)
      expect(job.begun(printer)).toBe(0)
    })

    test('a label that is broken off is uncertain, and does not come later', async () => {
      const { transport, printer } = await start()
      printer.behave({ kind: 'paper-out', after: 0, bytes: 100_000 })
      const breaking = new AbortController()
      const job = newJob(large)
      const sending = transport.send(job.bytes, { signal: breaking.signal, stallMs: 60_000 })
      await expect.poll(() => job.begun(printer), soon).toBe(1)
      breaking.abort()
      expect(await sending).toMatchObject({
        kind: 'uncertain',
        problem: { details: { reason: 'aborted' } },
      })
      printer.behave({ kind: 'accept' })
      await goesOn(transport, printer, job)
    })
  })
}
