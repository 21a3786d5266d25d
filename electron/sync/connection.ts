import type { SyncView } from '#shared/contract/views.ts'
import type { ErrorShape } from '#shared/errors.ts'

/** What is known of the line to the server: online only after an answer of the Linkstar API. */
export interface Connection {
  readonly state: SyncView['state']
  /** ISO 8601 */
  readonly since: string
  readonly problem: ErrorShape | null
  worked(): void
  failed(problem: ErrorShape): void
  /** Nothing has answered for a while: whether the line stands nobody knows. */
  silent(): void
}

export const createConnection = (clock: () => Date): Connection => {
  let state: SyncView['state'] = 'connecting'
  let since = clock().toISOString()
  let problem: ErrorShape | null = null
  const become = (next: SyncView['state']): void => {
    if (state === next) return
    state = next
    since = clock().toISOString()
  }
  return {
    get state() {
      return state
    },
    get since() {
      return since
    },
    get problem() {
      return problem
    },
    worked: () => {
      problem = null
      become('online')
    },
    failed: (why) => {
      problem = why
      become('offline')
    },
    silent: () => {
      if (state === 'online') become('connecting')
    },
  }
}
