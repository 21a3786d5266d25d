import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transportContract } from '../contract/transport.contract.ts'
import { type CupsServer, openCups } from '../support/cups-server.ts'
import { startTcpPrinter, type TcpPrinter } from '../support/tcp-printer.ts'
import { openWine, type Wine } from './wine.ts'
import { startWindowsSender, type WindowsSender } from './windows-sender.ts'

const limits = { signal: new AbortController().signal, stallMs: 30_000 }
const queues = ['Zebra', '打包台', 'spare-1', 'spare-2', 'spare-3', 'spare-4']
const printers = new Map<string, TcpPrinter>()
let cups: CupsServer
let wine: Wine
let sender: WindowsSender
const closing: (() => Promise<void> | void)[] = []

beforeAll(async () => {
  cups = await openCups()
  closing.push(cups.stop)
  for (const queue of queues) {
    const printer = await startTcpPrinter()
    printers.set(queue, printer)
    closing.push(printer.close)
    await cups.addQueue(queue, `socket://${printer.host}:${printer.port}`)
  }
  wine = await openWine(cups.server)
  closing.push(wine.close)
  sender = await startWindowsSender(wine)
  closing.push(sender.close)
})

afterAll(async () => {
  for (const close of closing.toReversed()) await close()
})

const printerAt = (queue: string): TcpPrinter => {
  const printer = printers.get(queue)
  if (printer === undefined) throw new Error(`no queue ${queue}`)
  return printer
}

/** CUPS hands jobs on when it gets to it: what has arrived is what came until this many bytes were there. */
const arrivedAt = async (queue: string, length: number): Promise<Buffer> => {
  const bytes = () => Buffer.concat(printerAt(queue).received)
  await expect.poll(() => bytes().length, { timeout: 30_000 }).toBe(length)
  return bytes()
}

let spare = 0
transportContract({
  name: 'windows under Wine',
  gone: 'nothing-left',
  job: (length) => randomBytes(length),
  start: async () => {
    spare += 1
    const queue = `spare-${spare}`
    const transport = sender.transportTo(queue)
    let expected = 0
    return {
      transport: {
        send: async (bytes, given) => {
          const outcome = await transport.send(bytes, given)
          if (outcome.kind === 'sent') expected += bytes.length
          return outcome
        },
      },
      arrived: () => arrivedAt(queue, expected),
      goAway: async () => {
        await cups.removeQueue(queue)
        await sender.restart()
      },
    }
  },
})

test('a large job of any bytes arrives as it is', async () => {
  const bytes = randomBytes(300_000)
  expect(await sender.transportTo('Zebra').send(bytes, limits)).toEqual({ kind: 'sent' })
  expect(Buffer.compare(await arrivedAt('Zebra', bytes.length), bytes)).toBe(0)
})

test('bytes that mean something to Windows go through untouched, to a printer with a Chinese name', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0, 0x1a, 0x0d, 0x0a, 0x0a, 0x0d, 0x04, 0x1b, 0xff, 0xfe, 0]),
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    Buffer.from('^XA^FDSKU\u0000\u001A\u001D-中文^FS^XZ\u001A'),
  ])
  expect(await sender.transportTo('打包台').send(bytes, limits)).toEqual({ kind: 'sent' })
  expect(Buffer.compare(await arrivedAt('打包台', bytes.length), bytes)).toBe(0)
})

test('a name with spaces and Chinese is one name', async () => {
  const printer = printerAt('打包台')
  const before = printer.received.length
  await sender.addPrinter('热敏 Label Printer (2)', '打包台')
  const bytes = randomBytes(5_000)
  const outcome = await sender.transportTo('热敏 Label Printer (2)').send(bytes, limits)
  expect(outcome).toEqual({ kind: 'sent' })
  await expect.poll(() => printer.received.at(before)?.length, { timeout: 30_000 }).toBe(5_000)
  expect(Buffer.compare(printer.received[before]!, bytes)).toBe(0)
})

test('a printer that does not exist gets nothing, and Windows says why', async () => {
  expect(await sender.transportTo('no such printer').send(randomBytes(10), limits)).toMatchObject({
    kind: 'nothing-left',
    problem: {
      code: 'printer-unreachable',
      details: { reason: 'ERROR_INVALID_PRINTER_NAME', address: 'windows:no such printer' },
    },
  })
})
