import { execFileSync } from 'node:child_process'
import { constants, openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PrinterBehaviour } from './tcp-printer.ts'
import { tempFolder } from './temp-folder.ts'

/** A pipe in the place of a USB printer's device: it, too, lets its writer wait until the printer takes more. */
export interface PipePrinter {
  readonly path: string
  readonly received: readonly Uint8Array[]
  behave(behaviour: PrinterBehaviour): void
  /** The device goes; what was on its way is lost. */
  unplug(): Promise<void>
}

export const pipePrinter = (path = join(tempFolder(), 'lp0')): PipePrinter => {
  execFileSync('mkfifo', [path])
  // Open for writing, too, so that it never ends: printers know no end of a job either.
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  const device = new Socket({ fd, readable: true, writable: false })
  onTestFinished(() => void device.destroy())
  const received: Buffer[] = []
  let behaviour: PrinterBehaviour = { kind: 'accept' }
  let taken = 0
  const readOn = (): void => {
    const { kind } = behaviour
    const isOver = kind === 'stall' || (kind === 'paper-out' && taken >= behaviour.bytes)
    if (isOver) device.pause()
    else device.resume()
  }
  device.on('data', (chunk) => {
    received.push(chunk)
    taken += chunk.length
    device.pause()
    if (behaviour.kind === 'slow') setImmediate(readOn)
    else readOn()
  })
  return {
    path,
    received,
    behave: (next) => {
      behaviour = next
      taken = 0
      readOn()
    },
    unplug: async () => {
      await rm(path)
      device.destroy()
    },
  }
}
