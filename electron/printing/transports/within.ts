import type { SendLimits } from './transport.ts'

/**
 * Waits for a call that nobody can break off, but no longer than the limits say.
 * Rejects with 'stalled' or 'aborted'; the call itself goes on.
 */
export const within = async <T>(call: Promise<T>, { signal, stallMs }: SendLimits): Promise<T> => {
  const settled = new AbortController()
  const stopped = new Promise<never>((_, reject) => {
    const stall = setTimeout(() => reject(new Error('stalled')), stallMs)
    const abort = (): void => reject(new Error('aborted'))
    signal.addEventListener('abort', abort, { signal: settled.signal })
    settled.signal.addEventListener('abort', () => clearTimeout(stall))
    if (signal.aborted) abort()
  })
  try {
    return await Promise.race([call, stopped])
  } finally {
    settled.abort()
  }
}
