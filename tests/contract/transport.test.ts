import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  createVirtualPrinter,
  openTransport,
  parsePrinterAddress,
} from '#electron/printing/index.ts'
import { allThatArrived, tcpPrinter, type TcpPrinter } from '../support/tcp-printer.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { printerWayContract } from './printer-way.contract.ts'
import { transportContract } from './transport.contract.ts'

const noPrinter = { print: () => Promise.reject(new Error('not this one')) }
const never = new AbortController().signal
const patterned = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => index % 251)

transportContract({
  name: 'tcp',
  gone: 'nothing-left',
  job: patterned,
  start: async () => {
    const printer = await tcpPrinter()
    return {
      transport: openTransport(printer.address, noPrinter),
      arrived: () => allThatArrived(printer),
      goAway: printer.close,
    }
  },
})

printerWayContract({
  name: 'tcp',
  off: 'nothing-left',
  hears: true,
  start: async () => {
    const printer = await tcpPrinter()
    return {
      transport: openTransport(printer.address, noPrinter),
      printer,
      switchOff: printer.close,
      switchOn: () => tcpPrinter({ kind: 'accept' }, printer.port),
    }
  },
})

transportContract({
  name: 'file',
  gone: 'nothing-left',
  job: patterned,
  start: async () => {
    const folder = tempFolder()
    const file = join(folder, 'labels.bin')
    return {
      transport: openTransport(`file:${file}`, noPrinter),
      arrived: () => readFile(file).catch(() => Buffer.alloc(0)),
      goAway: () => rm(folder, { recursive: true }),
    }
  },
})

transportContract({
  name: 'virtual',
  gone: 'uncertain',
  job: (length) => Buffer.from(`^XA^FX${'x'.repeat(length)}^FS^FO10,10^GB50,50,50^FS^XZ`),
  start: async () => {
    const workerUrl = new URL('../../electron/printing/virtual-printer-worker.ts', import.meta.url)
    const printer = createVirtualPrinter({ workerUrl })
    onTestFinished(() => printer.close())
    const arrived: Uint8Array[] = []
    const watched = {
      print: async (bytes: Uint8Array) => {
        arrived.push(bytes)
        await printer.print(bytes)
      },
    }
    return {
      transport: openTransport('virtual', watched),
      arrived: async () => Buffer.concat(arrived),
      goAway: printer.close,
    }
  },
})

const sendTo = (printer: TcpPrinter, bytes: Uint8Array, stallMs = 5_000) =>
  openTransport(printer.address, noPrinter).send(bytes, { signal: never, stallMs })

test('a printer that refuses got nothing', async () => {
  const printer = await tcpPrinter()
  await printer.close()
  expect(await sendTo(printer, patterned(100))).toMatchObject({
    kind: 'nothing-left',
    problem: {
      code: 'printer-unreachable',
      details: { reason: 'ECONNREFUSED', address: printer.address },
    },
  })
})

test('a printer that refuses because it serves somebody else is tried again, since nothing has left', async () => {
  const printer = await tcpPrinter()
  await printer.close()
  const sending = sendTo(printer, patterned(100))
  const again = await tcpPrinter({ kind: 'accept' }, printer.port)
  expect(await sending).toEqual({ kind: 'sent' })
  expect(again.received).toEqual([patterned(100)])
})

// Byte regions: inside the first piece, between pieces, deep inside, and at the very end.
test.each([1, 4_095, 4_096, 100_000, 299_999])(
  'a reset after %i bytes leaves the label uncertain',
  async (bytes) => {
    const printer = await tcpPrinter({ kind: 'reset-after', bytes })
    const outcome = await sendTo(printer, patterned(300_000))
    expect(outcome).toMatchObject({ kind: 'uncertain', problem: { code: 'printer-interrupted' } })
    expect(printer.connections()).toBe(1)
  },
)

test('a printer that hangs up on connecting has printed nothing, and is not called sent', async () => {
  const printer = await tcpPrinter({ kind: 'reset-after', bytes: 0 })
  const { kind } = await sendTo(printer, patterned(300_000))
  expect(['nothing-left', 'uncertain']).toContain(kind)
  expect(printer.received[0]).toHaveLength(0)
})

test('a printer that takes all but never closes is not believed', async () => {
  const printer = await tcpPrinter({ kind: 'stall' })
  expect(await sendTo(printer, patterned(100), 200)).toMatchObject({
    kind: 'uncertain',
    problem: { details: { reason: 'stalled' } },
  })
})

test('a printer that closes its side early and a job it may not have read leave the label uncertain', async () => {
  const printer = await tcpPrinter({ kind: 'half-close' })
  const bytes = new Uint8Array(20_000_000)
  expect(await sendTo(printer, bytes)).toMatchObject({
    kind: 'uncertain',
    problem: { details: { reason: 'closed early' } },
  })
})

test.each([
  ['tcp://192.168.1.50:9100', { kind: 'tcp', host: '192.168.1.50', port: 9100 }],
  ['tcp://printer-3', { kind: 'tcp', host: 'printer-3', port: 9100 }],
  ['tcp://[fe80::1]:9101', { kind: 'tcp', host: 'fe80::1', port: 9101 }],
  ['usb:/dev/usb/lp0', { kind: 'usb', path: '/dev/usb/lp0' }],
  ['cups:Zebra_1', { kind: 'cups', queue: 'Zebra_1' }],
  ['cups:标签', { kind: 'cups', queue: '标签' }],
  ['windows:ZDesigner GK420d', { kind: 'windows', printer: 'ZDesigner GK420d' }],
  ['windows:\\\\server\\热敏, 2', { kind: 'windows', printer: '\\\\server\\热敏, 2' }],
  ['file:/tmp/labels.zpl', { kind: 'file', path: '/tmp/labels.zpl' }],
  ['virtual', { kind: 'virtual' }],
])('%s is a printer address', (text, address) => {
  expect(parsePrinterAddress(text)).toEqual(address)
})

test.each([
  '',
  'tcp://',
  'tcp://host:0',
  'tcp://host:65536',
  'tcp://host:',
  'tcp://ho st:9100',
  'tcp://host\u0007:9100',
  'tcp://host:9100?x',
  'tcp://[fe80::1',
  'tcp://user@host:9100',
  'tcp://host:9100/path',
  'http://host:9100',
  'file:',
  'windows:',
  'windows:a\nb',
  `windows:${'x'.repeat(221)}`,
  'usb:',
  'usb:/dev/',
  'usb:/etc/passwd',
  'usb:/dev/sda',
  'usb:/dev/null',
  'usb:/dev/usb/lp0/x',
  'usb:/dev/../etc/passwd',
  'usb:/dev/usb/lp0\n',
  'cups:',
  'cups:a b',
  'cups:a/b',
  'cups:a#b',
  'cups:a\n',
  `cups:${'a'.repeat(128)}`,
  'Virtual',
  'tcp:host',
])('%j is no printer address', (text) => {
  expect(() => parsePrinterAddress(text)).toThrow(
    expect.objectContaining({ code: 'invalid-input' }),
  )
})
