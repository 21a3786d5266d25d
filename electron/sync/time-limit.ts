export interface TimeLimit {
  /** Aborts on `closing`, and when the time is over. */
  readonly signal: AbortSignal
  /** What it was for is over: nothing waits for the time any more. */
  end(): void
}

/**
 * A limit of `ms` milliseconds. Node 20 loses an `AbortSignal.timeout` behind `AbortSignal.any` to the garbage collector,
 * and then the time never ends; a plain timer is kept.
 */
export const timeLimit = (closing: AbortSignal, ms: number): TimeLimit => {
  if (closing.aborted) return { signal: closing, end: () => undefined }
  const controller = new AbortController()
  const late = (): void =>
    controller.abort(new DOMException(`no whole answer within ${ms} ms`, 'TimeoutError'))
  const timer = setTimeout(late, ms)
  timer.unref()
  const close = (): void => controller.abort(closing.reason)
  closing.addEventListener('abort', close)
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer)
      closing.removeEventListener('abort', close)
    },
  }
}
