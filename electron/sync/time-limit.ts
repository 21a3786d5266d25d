/**
 * Aborts on `closing`, and after `ms` milliseconds. Node 20 loses an `AbortSignal.timeout` behind `AbortSignal.any` to the
 * garbage collector, and then the time never ends; a plain timer is kept.
 */
export const timeLimit = (closing: AbortSignal, ms: number): AbortSignal => {
  if (closing.aborted) return closing
  const controller = new AbortController()
  const { signal } = controller
  const late = new DOMException(`no whole answer within ${ms} ms`, 'TimeoutError')
  setTimeout(() => controller.abort(late), ms).unref()
  closing.addEventListener('abort', () => controller.abort(closing.reason), { signal })
  return signal
}
