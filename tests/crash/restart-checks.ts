import assert from 'node:assert/strict'
import type { BenchState } from '#shared/contract/views.ts'
import { readStore } from '#tests/e2e/support/station-store.ts'
import { type LoggedScan, unitsTaken } from './scan-log.ts'

/** How the power cut found the bench. */
export interface Ending {
  /** The last state that the page had; null when it had none yet. */
  readonly last: BenchState | null
  /** What the packer had begun and seen no end of. */
  readonly underWay: string | null
  /** Scans on disk whose answers the page never had. */
  readonly unseen: readonly LoggedScan[]
}

/** Labels go on printing by themselves, so that marking and scan-back are one place for the packer. */
const standing = (state: BenchState) => ({
  orderNo: state.orderNo,
  step: state.step === 'scan-back' ? 'marking' : state.step,
  carton:
    state.carton === null
      ? null
      : {
          code: state.carton.code,
          cartonNo: state.carton.cartonNo,
          revision: state.carton.revision,
          contents: state.carton.contents.filter(({ quantity }) => quantity > 0),
          boxType: state.carton.boxType.id,
          gross: state.carton.gross,
        },
  packed: state.packed,
  ordered: state.ordered,
  locked: state.locked,
  times: state.times,
  nextBoxType: state.nextBoxType,
  lastVerified: state.lastVerified,
})

/** The units of a carton that is voided; null when it is not. */
const voidedUnits = (home: string, code: string): number | null =>
  readStore(home, (db) => {
    const row = db
      .prepare<[string], { units: number | null }>(
        `SELECT (SELECT sum(quantity) FROM carton_contents WHERE code = cartons.code) AS units
         FROM cartons WHERE code = ? AND state = 'voided'`,
      )
      .get(code)
    return row === undefined ? null : (row.units ?? 0)
  })

/** The bench stands where the packer stood; what was under way is either done or not, never half. */
export const checkStanding = (home: string, ending: Ending, now: BenchState): void => {
  const { last, underWay, unseen } = ending
  if (now.locked) assert.notEqual(now.feedback, null, 'locked, and nobody says why')
  if (last === null) return
  if (underWay === null) {
    assert.deepEqual(unseen, [], 'scans were taken that nobody made')
    assert.deepEqual(standing(now), standing(last))
    return
  }
  if (unseen.length === 0 && /^(?:scan|wait)/.test(underWay)) {
    assert.deepEqual(standing(now), standing(last))
  }
  if (now.orderNo !== last.orderNo) {
    assert.match(underWay, /^(?:order|resume)/)
    return
  }
  const voided = /^void (?<code>LS\w+)/.exec(underWay)?.groups?.['code']
  const taken = voided === undefined ? null : voidedUnits(home, voided)
  if (taken !== null) {
    // The packer may have seen it go without having heard that it was done.
    const seen = last.carton?.code !== voided && now.packed === last.packed
    if (!seen) assert.equal(now.packed, last.packed - taken, 'packed units after the voiding')
    return
  }
  assert.equal(now.packed, last.packed + unitsTaken(unseen), 'packed units after the restart')
}
