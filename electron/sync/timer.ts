/** Runs something once after `ms` milliseconds, unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void

/** Waits for `ms` milliseconds, or until `over`. */
export const pause = (after: After, ms: number, over: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (over.aborted) return resolve()
    const end = (): void => {
      cancel()
      over.removeEventListener('abort', end)
      resolve()
    }
    const cancel = after(ms, end)
    over.addEventListener('abort', end)
  })

export const afterTimeout: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
