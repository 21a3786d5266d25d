import type { VirtualPrinter } from '../virtual-printer.ts'
import { interrupted, unreachable } from './problems.ts'
import type { Transport } from './transport.ts'

/** Sends to the printer on the screen; a label is sent when it has been drawn. */
export const createVirtualTransport = (printer: Pick<VirtualPrinter, 'print'>): Transport => ({
  send: async (bytes, { signal, stallMs }) => {
    const details = { address: 'virtual' }
    if (signal.aborted) return unreachable('aborted', details)
    const stalled = AbortSignal.timeout(stallMs)
    const given = AbortSignal.any([signal, stalled])
    const stopped = new Promise<never>((_, reject) => {
      given.addEventListener('abort', () =>
        reject(new Error(stalled.aborted ? 'stalled' : 'aborted')),
      )
    })
    try {
      await Promise.race([printer.print(bytes), stopped])
      return { kind: 'sent' }
    } catch (error) {
      return interrupted(error, details)
    }
  },
})
