import { type FileHandle, open } from 'node:fs/promises'
import { interrupted, unreachable } from './problems.ts'
import type { Transport } from './transport.ts'

/** Adds every job to the end of one file, as a printer would see them. */
export const createFileTransport = (path: string): Transport => ({
  send: async (bytes, { signal }) => {
    const details = { address: `file:${path}` }
    if (signal.aborted) return unreachable('aborted', details)
    let file: FileHandle
    try {
      file = await open(path, 'a')
    } catch (error) {
      return unreachable(error, details)
    }
    try {
      await file.appendFile(bytes)
      // Devices and pipes cannot be flushed, and need not be.
      if ((await file.stat()).isFile()) await file.sync()
      return { kind: 'sent' }
    } catch (error) {
      return interrupted(error, details)
    } finally {
      await file.close().catch(() => undefined)
    }
  },
})
