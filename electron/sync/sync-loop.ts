import { AppError } from '#shared/errors.ts'
import { type ApiFailure, plainFailure } from './api-failure.ts'
import type { SyncCycle } from './sync-cycle.ts'
import type { After } from './timer.ts'

export interface SyncLoop {
  /** There is something to send. During a wait after a failure it changes nothing. */
  wake(): void
  /** Ends any wait and counts failures from the beginning. */
  retry(): void
  /** Resolves when the last round is over, after `closing`. */
  ended(): Promise<void>
}

interface Parts {
  readonly cycle: SyncCycle
  readonly after: After
  readonly closing: AbortSignal
  /** Milliseconds from the end of a good pull to the next; null: only a wake begins another round. */
  readonly pollMs: number | null
  /** Milliseconds to wait after this many failures in a row. */
  readonly waitAfter: (failure: ApiFailure, failures: number) => number
}

/** A server that asks for more patience than this is asked sooner. */
const longestWait = 10 * 60_000

/** Runs rounds one after the other, for ever: on a wake, when a pull is due, and again after a failure. */
export const createSyncLoop = ({ cycle, after, closing, pollMs, waitAfter }: Parts): SyncLoop => {
  let woken = false
  let asked = false
  let pullDue = true
  let failures = 0
  let recheck = (): void => {}
  let cancelPoll = (): void => {}

  const waitUntil = (over: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      recheck = () => {
        if (!closing.aborted && !over()) return
        recheck = () => {}
        resolve()
      }
      recheck()
    })

  const round = async (): Promise<void> => {
    const wish = { asked, pull: pullDue || asked }
    woken = false
    asked = false
    const failure = await cycle(wish).catch((error: unknown) =>
      plainFailure(new AppError('internal', String(error), { cause: error })),
    )
    if (closing.aborted) return
    if (failure === null) {
      failures = 0
      if (wish.pull) {
        pullDue = false
        cancelPoll()
        if (pollMs !== null) {
          cancelPoll = after(pollMs, () => {
            pullDue = true
            recheck()
          })
        }
      }
      await waitUntil(() => woken || asked || pullDue)
      return
    }
    failures += 1
    let passed = false
    const cancel = after(Math.min(longestWait, waitAfter(failure, failures)), () => {
      passed = true
      recheck()
    })
    await waitUntil(() => passed || asked)
    cancel()
  }

  const run = async (): Promise<void> => {
    while (!closing.aborted) await round()
    cancelPoll()
  }
  closing.addEventListener('abort', () => recheck(), { once: true })
  const running = Promise.resolve().then(run)

  return {
    wake: () => {
      woken = true
      recheck()
    },
    retry: () => {
      asked = true
      failures = 0
      recheck()
    },
    ended: () => running,
  }
}
