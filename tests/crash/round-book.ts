import type { BenchState } from '#shared/contract/views.ts'
import { readStore } from '#tests/e2e/support/station-store.ts'
import { checkPaper, checkUncertain, interruptedJobs } from './print-checks.ts'
import { checkStanding, type Ending } from './restart-checks.ts'
import { checkStore } from './store-checks.ts'
import type { Trail } from './trail.ts'

/** What is known from one power cut to the next. */
export interface RoundBook {
  /** Compares the bench after a start with how the last round ended. */
  readonly started: (state: BenchState) => Promise<void>
  /** Checks what a power cut has left, and keeps it. */
  readonly ended: (ending: Ending) => void
  readonly totals: {
    /** Labels of which nobody knew after a kill whether they came out. */
    readonly interrupted: number
    /** Scans that were on disk, their answers not yet with the packer. */
    readonly unseen: number
  }
}

interface Parts {
  readonly home: string
  readonly received: () => readonly Uint8Array[]
  readonly trail: Trail
}

export const createRoundBook = ({ home, received, trail }: Parts): RoundBook => {
  let last: Ending = { last: null, underWay: null, unseen: [] }
  let interrupted: readonly string[] = []
  const totals = { interrupted: 0, unseen: 0 }
  return {
    started: (state) => {
      trail.say(`stands: ${JSON.stringify(state).slice(0, 300)}`)
      checkStanding(home, last, state)
      checkUncertain(home, interrupted)
      return Promise.resolve()
    },
    ended: (ending) => {
      last = ending
      trail.say(`killed, under way: ${ending.underWay ?? 'nothing'}`)
      checkStore(home)
      interrupted = interruptedJobs(home)
      totals.interrupted += interrupted.length
      totals.unseen += ending.unseen.length
      checkPaper(home, received())
    },
    totals,
  }
}

export const lastScanId = (home: string): number =>
  readStore(home, (db) => {
    const row = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM scans').get()
    return row?.id ?? 0
  })
