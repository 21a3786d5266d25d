import { readStore } from '#tests/e2e/support/station-store.ts'
import type { LineTally } from '#tests/support/line-fault.ts'

/** What a run has been through. */
export interface ChaosFigures extends LineTally {
  readonly seconds: number
  /** Scans of goods that were accepted, and all scans. */
  readonly accepted: number
  readonly scans: number
  /** Cartons that were sealed, and how many times. */
  readonly cartons: number
  readonly seals: number
  readonly labels: number
  readonly commands: number
  readonly stationKills: number
  readonly serverKills: number
  /** Labels of which nobody knew after a kill whether they came out. */
  readonly interrupted: number
  /** Scans that were on disk, their answers not yet with the packer. */
  readonly unseen: number
}

export const countStored = (home: string) =>
  readStore(home, (db) => {
    const count = (query: string): number => db.prepare<[], number>(query).pluck().get() ?? 0
    return {
      accepted: count("SELECT count(*) FROM scans WHERE outcome = 'accepted'"),
      cartons: count("SELECT count(DISTINCT code) FROM carton_events WHERE kind = 'sealed'"),
      seals: count("SELECT count(*) FROM carton_events WHERE kind = 'sealed'"),
      commands: count('SELECT count(*) FROM outbox'),
      scans: count('SELECT count(*) FROM scans'),
      labels: count('SELECT count(*) FROM print_jobs'),
    }
  })
