import type { VirtualPrint } from '#shared/contract/views.ts'
import type { ReadSymbol } from './symbol-reader.ts'
import { createWorkerCalls } from '#electron/workers/index.ts'

export interface DrawnLabel {
  readonly png: Uint8Array
  readonly symbols: readonly ReadSymbol[]
}

/** The printer of training mode: shows what the very bytes it received would look like on paper. */
export interface VirtualPrinter {
  /** Resolves when the label is drawn; rejects with an AppError when the bytes cannot be. */
  print(bytes: Uint8Array): Promise<void>
  /** The latest labels, oldest first. */
  prints(): VirtualPrint[]
  onPrint(listener: (print: VirtualPrint) => void): () => void
  /** So that the first label need not wait for its drawing. */
  warmUp(): void
  close(): Promise<void>
}

const keptPrints = 24

/** Draws in a worker thread; `workerUrl` is that of `virtual-printer-worker`. */
export const createVirtualPrinter = ({
  workerUrl,
}: {
  readonly workerUrl: URL
}): VirtualPrinter => {
  const calls = createWorkerCalls<Uint8Array, DrawnLabel>(workerUrl)
  const listeners = new Set<(print: VirtualPrint) => void>()
  const kept: VirtualPrint[] = []
  let lastId = 0
  return {
    print: async (bytes) => {
      const { png, symbols } = await calls.call(bytes)
      lastId += 1
      const print = { id: lastId, png: Buffer.from(png).toString('base64'), symbols: [...symbols] }
      kept.push(print)
      if (kept.length > keptPrints) kept.shift()
      for (const listener of listeners) listener(print)
    },
    prints: () => [...kept],
    onPrint: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    warmUp: calls.start,
    close: calls.close,
  }
}
