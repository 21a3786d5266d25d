import { execFileSync } from 'node:child_process'
import { constants } from 'node:fs'
import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createUsbTransport } from '#electron/printing/transports/usb-lp.ts'
import { pipePrinter } from '../support/pipe-printer.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { printerWayContract } from './printer-way.contract.ts'
import { transportContract } from './transport.contract.ts'

const never = new AbortController().signal
const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251)

/** A pipe stands for the device: it blocks its writer in the same way. */
const pipe = (): string => {
  const path = join(tempFolder(), 'lp0')
  execFileSync('mkfifo', [path])
  return path
}

/** Somebody who has the pipe open and reads only when asked. */
const idleReader = async (path: string) => {
  const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  onTestFinished(() => reader.close().catch(() => undefined))
  return reader
}

const startWay = () => {
  const printer = pipePrinter()
  return {
    transport: createUsbTransport(printer.path),
    printer,
    switchOff: printer.unplug,
    switchOn: async () => pipePrinter(printer.path),
  }
}

transportContract({
  name: 'usb',
  gone: 'nothing-left',
  job: (length) => bytes.subarray(0, length),
  start: async () => {
    const { transport, printer, switchOff } = startWay()
    let sent = 0
    return {
      transport: {
        send: async (job, limits) => {
          const outcome = await transport.send(job, limits)
          if (outcome.kind === 'sent') sent += job.length
          return outcome
        },
      },
      arrived: async () => {
        await expect.poll(() => Buffer.concat(printer.received).length).toBe(sent)
        return Buffer.concat(printer.received)
      },
      goAway: switchOff,
    }
  },
})

printerWayContract({
  name: 'usb',
  off: 'nothing-left',
  hears: false,
  start: async () => startWay(),
})

test('a printer that still holds the last job is busy, and gets no other until it goes on', async () => {
  const path = pipe()
  const reader = await idleReader(path)
  const transport = createUsbTransport(path)
  await transport.send(bytes, { signal: never, stallMs: 100 })
  const again = () => transport.send(bytes, { signal: never, stallMs: 100 })
  expect(await again()).toMatchObject({
    kind: 'nothing-left',
    problem: { details: { reason: 'busy' } },
  })
  await expect
    .poll(async () => {
      await reader.read(Buffer.alloc(65_536)).catch(() => null)
      return (await again()).kind
    })
    .toBe('uncertain')
})

test('a printer that is unplugged while it prints leaves the label uncertain', async () => {
  const path = pipe()
  const reader = await idleReader(path)
  const outcome = createUsbTransport(path).send(bytes, { signal: never, stallMs: 5_000 })
  await expect
    .poll(async () => (await reader.read(Buffer.alloc(10)).catch(() => null))?.bytesRead ?? 0)
    .toBeGreaterThan(0)
  await reader.close()
  expect(await outcome).toMatchObject({
    kind: 'uncertain',
    problem: { details: { reason: 'EPIPE' } },
  })
})

test('a printer that is not there, and a file that is none, get nothing', async () => {
  const path = pipe()
  await rm(path)
  const transport = createUsbTransport(path)
  expect(await transport.send(bytes, { signal: never, stallMs: 5_000 })).toMatchObject({
    kind: 'nothing-left',
    problem: { details: { reason: 'ENOENT', address: `usb:${path}` } },
  })
  await writeFile(path, 'kept')
  expect(await transport.send(bytes, { signal: never, stallMs: 5_000 })).toMatchObject({
    kind: 'nothing-left',
    problem: { details: { reason: 'not a printer' } },
  })
  expect(await readFile(path, 'utf8')).toBe('kept')
})
