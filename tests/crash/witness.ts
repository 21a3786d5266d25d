import type { BenchState, FeedbackView, ScaleView, SyncView } from '#shared/contract/views.ts'

/** What happened at the bench, as the packer and the printer heard of it. */
export type Observation =
  | { readonly kind: 'bench'; readonly state: BenchState }
  | { readonly kind: 'answer'; readonly answer: FeedbackView }
  | { readonly kind: 'scale'; readonly view: ScaleView }
  | { readonly kind: 'sync'; readonly view: SyncView }
  /** All bytes that the printer has read since the beginning of the round. */
  | { readonly kind: 'bytes'; readonly total: number }
  /** The packer does this: it is on its way, the program has taken it, the screen has answered. */
  | { readonly kind: 'begun' | 'taken' | 'done'; readonly act: string }

/** Keeps what the packer was told, from the first snapshot to the last word before the end. */
export interface Witness {
  readonly state: () => BenchState
  /** Answers to scans, in order: the packer has them, so they must be on disk. */
  readonly answers: readonly FeedbackView[]
  readonly sync: () => SyncView | null
  note(observation: Observation): void
  /** Waits for a state of the bench. Rejects when the station is killed or nothing comes of it. */
  until(what: string, check: (state: BenchState) => boolean): Promise<void>
  /** Nothing will come any more. */
  close(): void
}

/** The station was killed while somebody waited for it. */
export class Killed extends Error {}

interface Waiter {
  readonly check: () => boolean
  readonly settle: (error?: Error) => void
}

const patienceMs = 20_000

/** A witness, and whom to tell what the station says; the first state of the bench must be its snapshot. */
export const createWitness = (
  observed: (observation: Observation) => void,
): { readonly witness: Witness; readonly heard: (name: string, payload: unknown) => void } => {
  const answers: FeedbackView[] = []
  const waiters = new Set<Waiter>()
  let state: BenchState | null = null
  let sync: SyncView | null = null
  let isClosed = false

  const look = (): void => {
    for (const waiter of waiters) if (waiter.check()) waiter.settle()
  }
  const bench = (next: BenchState): void => {
    const before = state
    if (before !== null && next.rev <= before.rev) return
    state = next
    const answer = next.feedback
    const isNew = before !== null && answer !== null && answer.seq > (before.feedback?.seq ?? 0)
    if (isNew && answer.text !== '') {
      // While scanning is locked, every scan is answered by what locked it.
      const isReminder = before.locked && next.locked
      answers.push(isReminder ? { ...answer, outcome: 'locked' } : answer)
      observed({ kind: 'answer', answer })
    }
    observed({ kind: 'bench', state: next })
    look()
  }

  const heard = (name: string, payload: unknown): void => {
    if (isClosed) return
    if (name === 'bench') bench(payload as BenchState)
    if (name === 'scale') observed({ kind: 'scale', view: payload as ScaleView })
    if (name === 'sync') {
      sync = payload as SyncView
      observed({ kind: 'sync', view: sync })
      look()
    }
  }

  const now = (): BenchState => {
    if (state === null) throw new Error('the packer was told nothing yet')
    return state
  }
  const witness: Witness = {
    state: now,
    answers,
    sync: () => sync,
    note: observed,
    until: (what, check) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => waiter.settle(new Error(`waited in vain for ${what}; ${JSON.stringify(now())}`)),
          patienceMs,
        )
        const waiter: Waiter = {
          check: () => check(now()),
          settle: (error) => {
            clearTimeout(timer)
            waiters.delete(waiter)
            if (error === undefined) resolve()
            else reject(error)
          },
        }
        waiters.add(waiter)
        if (isClosed) waiter.settle(new Killed())
        else look()
      }),
    close: () => {
      isClosed = true
      for (const waiter of waiters) waiter.settle(new Killed())
    },
  }
  return { witness, heard }
}
