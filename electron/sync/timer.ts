/** Runs something once after `ms` milliseconds, unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void

/** Waits for `ms` milliseconds, or until `closing`. */
export const pause = (after: After, ms: number, closing: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (closing.aborted) return resolve()
    const end = (): void => {
      cancel()
      closing.removeEventListener('abort', end)
      resolve()
    }
    const cancel = after(ms, end)
    closing.addEventListener('abort', end)
  })

export const afterTimeout: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
