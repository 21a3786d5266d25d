import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTransport, type SendOutcome } from '#electron/printing/index.ts'
import { win32Error } from '#electron/printing/transports/win32-error.ts'
import { createWinspoolTransport } from '#electron/printing/transports/winspool.ts'
import { type SpoolCall, type SpoolerUnderTest, startSpooler } from '../support/spooler.ts'
import { type PrinterAtTheEnd, printerWayContract } from './printer-way.contract.ts'
import { transportContract } from './transport.contract.ts'

const never = new AbortController().signal
const patterned = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => index % 251)
const bytes = patterned(100_000)
const printer = 'ZDesigner 打包台'

const transportTo = ({ spooler }: SpoolerUnderTest) =>
  createWinspoolTransport(printer, async () => spooler, 2)
const send = (far: SpoolerUnderTest, signal = never, stallMs = 5_000) =>
  transportTo(far).send(bytes, { signal, stallMs })
/** Whoever waits for no longer than this takes a queue that stands still for stuck, in milliseconds. */
const soonStalled = 60
const uncertain = (reason: string) => ({ kind: 'uncertain', problem: { details: { reason } } })
const nothingLeft = (reason: string) => ({
  kind: 'nothing-left',
  problem: { code: 'printer-unreachable', details: { reason, address: `windows:${printer}` } },
})

/** The printer is on, nothing is paused, and whatever was left in the queue prints. */
const paperInTheEnd = async (far: SpoolerUnderTest): Promise<Buffer> => {
  far.meddle(() => undefined)
  far.queue.mood.keepsDocuments = false
  far.queue.mood.pace = bytes.length
  await expect
    .poll(
      () => {
        far.queue.release()
        return far.isAtRest()
      },
      { timeout: 10_000 },
    )
    .toBe(true)
  return far.queue.onPaper()
}

transportContract({
  name: 'windows',
  gone: 'nothing-left',
  job: patterned,
  start: async () => {
    const far = startSpooler(printer)
    return {
      transport: transportTo(far),
      arrived: async () => far.queue.onPaper(),
      goAway: async () =>
        far.meddle(() => {
          throw win32Error('OpenPrinter', 1722)
        }),
    }
  },
})

/** The printer behind the queue. */
const printerOf = ({ queue }: SpoolerUnderTest): PrinterAtTheEnd => ({
  get received() {
    return [queue.onPaper()]
  },
  behave: (behaviour) => {
    queue.mood.isOn = behaviour.kind !== 'stall'
    queue.mood.pace = behaviour.kind === 'slow' ? behaviour.bytes : 1_000_000
    queue.mood.paper = behaviour.kind === 'paper-out' ? behaviour.bytes : Infinity
  },
})

printerWayContract({
  name: 'windows',
  off: 'nothing-left',
  hears: false,
  large: 2_000_000,
  start: async () => {
    const far = startSpooler(printer)
    const there = printerOf(far)
    there.behave({ kind: 'accept' })
    return {
      transport: transportTo(far),
      printer: there,
      switchOff: async () => there.behave({ kind: 'stall' }),
      switchOn: async () => {
        there.behave({ kind: 'accept' })
        return there
      },
    }
  },
})

describe('a job in the queue of Windows', () => {
  test('is sent only when it has left it', async () => {
    const far = startSpooler(printer)
    far.queue.mood.isOn = false
    const outcome = send(far)
    await expect.poll(() => far.calls.filter((call) => call === 'job').length).toBeGreaterThan(5)
    far.queue.mood.pace = 1_000
    far.queue.mood.isOn = true
    expect(await outcome).toEqual({ kind: 'sent' })
    expect(Buffer.compare(far.queue.onPaper(), bytes)).toBe(0)
  })

  test('is sent when it is printed, where Windows keeps it', async () => {
    const far = startSpooler(printer)
    far.queue.mood.keepsDocuments = true
    expect(await send(far)).toEqual({ kind: 'sent' })
    expect(far.queue.jobs()).toHaveLength(1)
  })

  test.each(['isOn', 'isPaused'] as const)(
    'is taken back while the printer does not print (%s), and never printed later',
    async (trouble) => {
      const far = startSpooler(printer)
      far.queue.mood[trouble] = trouble === 'isPaused'
      expect(await send(far, never, soonStalled)).toMatchObject(nothingLeft('stalled'))
      expect(await paperInTheEnd(far)).toHaveLength(0)
      // And the printer that came back takes the next.
      expect(await send(far)).toEqual({ kind: 'sent' })
      expect(Buffer.compare(far.queue.onPaper(), bytes)).toBe(0)
    },
  )

  test('that stops half way is uncertain, and deleted', async () => {
    const far = startSpooler(printer)
    far.queue.mood.pace = 100
    const outcome = send(far, never, soonStalled)
    await expect.poll(() => far.queue.onPaper().length).toBeGreaterThan(0)
    far.queue.mood.isOn = false
    expect(await outcome).toMatchObject(uncertain('stalled'))
    expect((await paperInTheEnd(far)).length).toBeLessThan(bytes.length)
  })

  test('that a slow printer prints is waited for', async () => {
    const far = startSpooler(printer)
    const before = far.queue.begin()
    before.data = Buffer.alloc(40_960)
    before.isSpooling = false
    far.queue.mood.pace = 1_024
    expect(await send(far)).toEqual({ kind: 'sent' })
    expect(Buffer.compare(far.queue.onPaper().subarray(40_960), bytes)).toBe(0)
  })

  test('that somebody deletes before it printed is uncertain', async () => {
    const far = startSpooler(printer)
    far.queue.mood.isOn = false
    far.meddle((call, number) => {
      if (call === 'job' && number > 8)
        for (const { id } of far.queue.jobs()) far.queue.deleteJob(id)
    })
    expect(await send(far)).toMatchObject(uncertain('taken away'))
  })

  test('that the port failed on is deleted, and uncertain', async () => {
    const far = startSpooler(printer)
    far.queue.mood.isBroken = true
    expect(await send(far)).toMatchObject(uncertain('job error'))
    expect(await paperInTheEnd(far)).toHaveLength(0)
  })

  test('that cannot be deleted is uncertain', async () => {
    const far = startSpooler(printer)
    far.queue.mood.isOn = false
    far.meddle((call) => {
      if (call === 'delete') throw win32Error('SetJob', 5)
    })
    expect(await send(far, never, soonStalled)).toMatchObject(uncertain('stalled'))
  })

  test('that cannot be paused is deleted and uncertain', async () => {
    const far = startSpooler(printer)
    far.queue.mood.isOn = false
    far.meddle((call) => {
      if (call === 'pause') throw win32Error('SetJob', 5)
    })
    expect(await send(far, never, soonStalled)).toMatchObject(uncertain('stalled'))
    expect(far.queue.jobs()).toHaveLength(0)
  })

  test('of which the spooler tells nothing any more is uncertain', async () => {
    const far = startSpooler(printer)
    far.queue.mood.isOn = false
    far.meddle((call, number) => {
      if (call === 'job' && number > 8) throw win32Error('GetJob', 1722)
    })
    expect(await send(far)).toMatchObject(uncertain('RPC_S_SERVER_UNAVAILABLE'))
  })

  test('that goes straight to the port is uncertain once a byte was written', async () => {
    const far = startSpooler(printer)
    far.goDirect()
    far.queue.mood.isOn = false
    expect(await send(far, never, soonStalled)).toMatchObject(uncertain('stalled'))
  })
})

test('a label that a program left in the queue when it died is not printed, and jobs of others are', async () => {
  const far = startSpooler(printer)
  far.queue.mood.isOn = false
  for (const name of ['Linkstar label', 'theirs']) {
    const job = far.queue.begin(name)
    job.data = Buffer.from(name)
    job.isSpooling = false
  }
  const outcome = send(far)
  await expect.poll(() => far.calls).toContain('endDoc')
  far.queue.mood.isOn = true
  expect(await outcome).toEqual({ kind: 'sent' })
  const paper = await paperInTheEnd(far)
  expect(Buffer.compare(paper, Buffer.concat([Buffer.from('theirs'), bytes]))).toBe(0)
})

test('a spooler that takes little at a time gets every byte, once', async () => {
  const far = startSpooler(printer)
  far.takeAtMost(777)
  expect(await send(far)).toEqual({ kind: 'sent' })
  expect(Buffer.compare(far.queue.onPaper(), bytes)).toBe(0)
})

test('a handle that does not close holds up the next job and not this one', async () => {
  const far = startSpooler(printer)
  const transport = transportTo(far)
  const hanging = Promise.withResolvers<void>()
  far.meddle((call) => (call === 'close' ? hanging.promise : undefined))
  expect(await transport.send(bytes, { signal: never, stallMs: 5_000 })).toEqual({ kind: 'sent' })
  expect(await transport.send(bytes, { signal: never, stallMs: 5_000 })).toMatchObject(
    nothingLeft('busy'),
  )
  hanging.resolve()
  await expect.poll(far.isAtRest).toBe(true)
})

test('a spooler that takes nothing is given up', async () => {
  const far = startSpooler(printer)
  far.takeAtMost(0)
  expect(await send(far)).toMatchObject(nothingLeft('took nothing'))
  expect(await paperInTheEnd(far)).toHaveLength(0)
})

test.each([
  [false, nothingLeft('WIN32_112')],
  [true, uncertain('WIN32_112')],
])('a full disk in the middle, printing early %s', async (startsEarly, outcome) => {
  const far = startSpooler(printer)
  far.queue.mood.startsEarly = startsEarly
  far.takeAtMost(10_000)
  far.meddle(async (call) => {
    if (call !== 'write' || far.queue.jobs()[0]?.data.length !== 50_000) return
    if (startsEarly) await expect.poll(() => far.queue.onPaper().length).toBeGreaterThan(0)
    throw win32Error('WritePrinter', 112)
  })
  expect(await send(far)).toMatchObject(outcome)
  expect((await paperInTheEnd(far)).length).toBeLessThanOrEqual(50_000)
})

test('a job that cannot be deleted while it is written is thrown away by its writer', async () => {
  const far = startSpooler(printer)
  far.takeAtMost(10_000)
  far.meddle((call) => {
    if (call === 'delete') throw win32Error('SetJob', 5)
    if (call === 'write' && far.queue.jobs()[0]?.data.length === 50_000) {
      throw win32Error('WritePrinter', 112)
    }
  })
  expect(await send(far)).toMatchObject(nothingLeft('WIN32_112'))
  expect(await paperInTheEnd(far)).toHaveLength(0)
})

test('a job that begins after it was given up leaves the queue again', async () => {
  const far = startSpooler(printer)
  far.queue.mood.isOn = false
  const hanging = Promise.withResolvers<void>()
  far.meddle((call) => (call === 'startDoc' ? hanging.promise : undefined))
  expect(await send(far, never, soonStalled)).toMatchObject(nothingLeft('stalled'))
  hanging.resolve()
  await expect.poll(() => far.calls.at(-1)).toBe('close')
  expect(far.queue.jobs()).toHaveLength(0)
})

test('a printer that is not there gets nothing, and says which error', async () => {
  const { spooler } = startSpooler('another')
  const transport = createWinspoolTransport(printer, async () => spooler, 2)
  expect(await transport.send(bytes, { signal: never, stallMs: 100 })).toMatchObject(
    nothingLeft('ERROR_INVALID_PRINTER_NAME'),
  )
})

test.each(['open', 'jobsOf', 'startDoc', 'write', 'endDoc', 'job'] as const)(
  'a printer whose %s hangs holds up one job, and takes none until it has come back',
  async (stuck) => {
    const far = startSpooler(printer)
    const transport = transportTo(far)
    const hanging = Promise.withResolvers<void>()
    const first = far.calls.length
    far.meddle((call) => (call === stuck ? hanging.promise : undefined))
    const aborting = new AbortController()
    const sending = transport.send(bytes, { signal: aborting.signal, stallMs: 60_000 })
    await expect.poll(() => far.calls.slice(first)).toContain(stuck)
    aborting.abort()
    const outcome = await sending
    const again = await transport.send(bytes, { signal: never, stallMs: 5_000 })
    expect(again).toMatchObject({ kind: 'nothing-left', problem: { details: { reason: 'busy' } } })
    hanging.resolve()
    expect(['nothing-left', 'uncertain']).toContain(outcome.kind)
    const paper = await paperInTheEnd(far)
    if (outcome.kind === 'nothing-left') expect(paper).toHaveLength(0)
    await expect
      .poll(async () => (await transport.send(bytes, { signal: never, stallMs: 5_000 })).kind)
      .toBe('sent')
  },
)

/** Neither a label on paper that was called unsent, nor one that was called sent and is not whole. */
const expectTruth = async (far: SpoolerUnderTest, { kind }: SendOutcome): Promise<void> => {
  const paper = await paperInTheEnd(far)
  if (kind === 'nothing-left') expect(paper).toHaveLength(0)
  if (kind === 'sent') expect(Buffer.compare(paper, bytes)).toBe(0)
  expect(paper.length).toBeLessThanOrEqual(bytes.length)
}

const events = ['abort', 'off', 'on', 'pause', 'resume', 'fail', 'turn'] as const

test('whatever happens between two calls, no label is doubled and none is called sent that is not', async () => {
  const histories = fc.record({
    startsEarly: fc.boolean(),
    isOn: fc.boolean(),
    pace: fc.constantFrom(700, 20_000, 100_000),
    room: fc.constantFrom(9_000, 30_000, 100_000),
    events: fc.dictionary(fc.nat({ max: 24 }).map(String), fc.constantFrom(...events), {
      maxKeys: 6,
    }),
  })
  await fc.assert(
    fc.asyncProperty(histories, async ({ events: plan, room, ...mood }) => {
      const far = startSpooler(printer)
      Object.assign(far.queue.mood, mood)
      far.takeAtMost(room)
      const aborting = new AbortController()
      far.meddle((call: SpoolCall, number) => {
        const event = plan[String(number)]
        if (event === 'abort') aborting.abort()
        if (event === 'on' || event === 'off') far.queue.mood.isOn = event === 'on'
        if (event === 'pause' || event === 'resume') far.queue.mood.isPaused = event === 'pause'
        if (event === 'turn') far.queue.turn()
        // A handle that cannot be closed leaves nothing that could be done.
        if (event === 'fail' && call !== 'close') throw win32Error(call, 1722)
      })
      await expectTruth(far, await send(far, aborting.signal, 25))
    }),
    { numRuns: 100 },
  )
})

test('on any other system nothing is sent, and the reason is told', async () => {
  const noPrinter = { print: () => Promise.reject(new Error('not this one')) }
  const transport = openTransport(`windows:${printer}`, noPrinter)
  expect(await transport.send(bytes, { signal: never, stallMs: 100 })).toMatchObject(
    nothingLeft('not Windows'),
  )
})
