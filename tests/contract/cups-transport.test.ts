import { expect, test } from 'vitest'
import { createIppClient, cupsServer } from '#electron/printing/ipp/client.ts'
import { createCupsQueue } from '#electron/printing/transports/cups-queue.ts'
import { createCupsTransport } from '#electron/printing/transports/cups.ts'
import { startCups } from '#tests/support/cups-server.ts'
import { allThatArrived, tcpPrinter } from '#tests/support/tcp-printer.ts'
import { printerWayContract } from './printer-way.contract.ts'
import { transportContract } from './transport.contract.ts'

const patterned = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => index % 251)
const limits = { signal: new AbortController().signal, stallMs: 10_000 }
const soon = { timeout: 10_000 }
const impatient = { ...limits, stallMs: 400 }

const startWay = async (policy?: string) => {
  const cups = await startCups()
  const printer = await tcpPrinter()
  await cups.addQueue('Zebra', `socket://${printer.host}:${printer.port}`, policy)
  const client = createIppClient(() => cupsServer(cups.server))
  const queue = createCupsQueue(client, 'Zebra')
  return { cups, printer, queue, transport: createCupsTransport(queue, 'cups:Zebra') }
}

transportContract({
  name: 'cups',
  gone: 'nothing-left',
  job: patterned,
  start: async () => {
    const { cups, printer, transport } = await startWay()
    return {
      transport,
      arrived: () => allThatArrived(printer),
      goAway: cups.stop,
    }
  },
})

printerWayContract({
  name: 'cups',
  // The scheduler does not tell whether it got a line to the printer.
  off: 'uncertain',
  hears: true,
  start: async () => {
    const { printer, transport } = await startWay()
    return {
      transport,
      printer,
      switchOff: printer.close,
      switchOn: () => tcpPrinter({ kind: 'accept' }, printer.port),
    }
  },
})

test('a queue that is paused is told at once, and one that is paused meanwhile gives the label back', async () => {
  const { cups, printer, transport } = await startWay()
  await cups.pause('Zebra')
  expect(await transport.send(patterned(100), limits)).toMatchObject({
    kind: 'nothing-left',
    problem: { details: { reason: 'paused', address: 'cups:Zebra' } },
  })
  await cups.resume('Zebra')
  expect(await transport.send(patterned(200), limits)).toEqual({ kind: 'sent' })
  expect(printer.received.map(({ length }) => length)).toEqual([200])
})

test('a label that waits behind a job of somebody else is given back whole, and never comes out', async () => {
  const { cups, printer, transport } = await startWay()
  printer.behave({ kind: 'stall' })
  await cups.print('Zebra', 'theirs')
  await expect.poll(() => printer.connections(), soon).toBe(1)
  expect(await transport.send(patterned(100), impatient)).toMatchObject({
    kind: 'nothing-left',
    problem: { code: 'printer-unreachable', retryable: true },
  })
  printer.behave({ kind: 'accept' })
  await cups.cancelAll()
  expect(await transport.send(patterned(200), limits)).toEqual({ kind: 'sent' })
  expect(printer.received.map(({ length }) => length)).toEqual([0, 200])
})

test('a label that somebody cancels in the queue is uncertain', async () => {
  const { cups, printer, transport } = await startWay()
  printer.behave({ kind: 'stall' })
  const sending = transport.send(patterned(100), limits)
  await expect.poll(() => printer.connections(), soon).toBe(1)
  await cups.cancelAll()
  expect(await sending).toMatchObject({
    kind: 'uncertain',
    problem: { details: { reason: 'cancelled in the queue' } },
  })
})

test('a queue that would print a broken label again and again by itself gets none', async () => {
  const { printer, transport } = await startWay('retry-current-job')
  expect(await transport.send(patterned(100), limits)).toMatchObject({
    kind: 'nothing-left',
    problem: { details: { reason: 'retry-current-job' } },
  })
  expect(printer.connections()).toBe(0)
})

test.each(['stop-printer', 'abort-job'])(
  'a queue with the policy %s does not bring a broken label back',
  async (policy) => {
    const { cups, printer, transport } = await startWay(policy)
    printer.behave({ kind: 'reset-after', bytes: 4_096 })
    const outcome = await transport.send(patterned(3_000_000), limits)
    expect(outcome).toMatchObject({ kind: 'uncertain', problem: { code: 'printer-interrupted' } })
    printer.behave({ kind: 'accept' })
    await cups.resume('Zebra')
    expect(await transport.send(patterned(200), limits)).toEqual({ kind: 'sent' })
    expect(printer.received).toHaveLength(2)
    expect(printer.received[1]).toHaveLength(200)
  },
)

test('a label that a program left in the queue when it died is not printed behind a later one', async () => {
  const { cups, printer, transport, queue } = await startWay()
  printer.behave({ kind: 'stall' })
  await cups.print('Zebra', 'theirs')
  await expect.poll(() => printer.connections(), soon).toBe(1)
  await queue.give(await queue.create(limits.signal), patterned(5_000), limits.signal)
  expect((await transport.send(patterned(100), impatient)).kind).toBe('nothing-left')
  expect(await queue.open(limits.signal)).toEqual([])
  printer.behave({ kind: 'accept' })
  await cups.cancelAll()
  expect(await transport.send(patterned(200), limits)).toEqual({ kind: 'sent' })
  expect(printer.received.map(({ length }) => length)).toEqual([0, 200])
})

test('a queue that nobody has set up, and a scheduler that is not there, get nothing', async () => {
  const { cups } = await startWay()
  const client = createIppClient(() => cupsServer(cups.server))
  const other = createCupsTransport(createCupsQueue(client, 'none'), 'cups:none')
  expect(await other.send(patterned(100), limits)).toMatchObject({
    kind: 'nothing-left',
    problem: { details: { reason: 'The printer or class does not exist.' } },
  })
  await cups.stop()
  expect(await other.send(patterned(100), limits)).toMatchObject({
    kind: 'nothing-left',
    problem: { details: { reason: 'ECONNREFUSED' } },
  })
})
