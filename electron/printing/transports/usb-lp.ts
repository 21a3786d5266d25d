import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { interrupted, unreachable } from './problems.ts'
import type { Transport } from './transport.ts'
import { within } from './within.ts'

// Small enough that every piece a slow printer takes is seen as progress.
const pieceLength = 4096

/** A disk below /dev must not be written over because somebody mistyped an address. */
const mustBePrinter = async (file: FileHandle): Promise<void> => {
  const stat = await file.stat()
  if (!stat.isCharacterDevice() && !stat.isFIFO()) throw new Error('not a printer')
}

/** Raw printing through a device of Linux' usblp, e.g. /dev/usb/lp0, opened anew for every job. */
export const createUsbTransport = (path: string): Transport => {
  // A stuck call keeps one of the few threads of the program: a printer may have one of them, and no more.
  let isStuck = false
  const send: Transport['send'] = async (bytes, limits) => {
    const details = { address: `usb:${path}` }
    if (limits.signal.aborted) return unreachable('aborted', details)
    if (isStuck) return unreachable('busy', details)
    // Blocking on purpose: usblp drops what is still on its way when a non-blocking writer closes.
    const opening = open(path, constants.O_WRONLY)
    let pending: Promise<unknown> = opening
    let hasWritten = false
    let isGivenUp = false
    try {
      const file = await within(opening, limits)
      await mustBePrinter(file)
      for (let start = 0; start < bytes.length;) {
        hasWritten = true
        const writing = file.write(bytes, start, Math.min(pieceLength, bytes.length - start))
        pending = writing
        start += (await within(writing, limits)).bytesWritten
      }
      return { kind: 'sent' }
    } catch (error) {
      isGivenUp = true
      return hasWritten ? interrupted(error, details) : unreachable(error, details)
    } finally {
      // Only when the last call has come back may the handle be closed.
      isStuck = true
      const close = async (): Promise<void> => (await opening).close()
      const ended = pending
        .then(close, close)
        .catch(() => undefined)
        .finally(() => {
          isStuck = false
        })
      // What has come to its end is closed before the next job begins.
      if (!isGivenUp) await ended
    }
  }
  return { send }
}
