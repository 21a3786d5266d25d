import { type MarkRoll, rollsNeeded } from '#shared/domain/mark-roll.ts'
import type { BenchParts } from './bench-parts.ts'
import type { Held } from './held.ts'

/** The pre-printed marks that the carton in hand needs beside its printed labels. */
export interface RollSet {
  readonly rolls: readonly { readonly roll: MarkRoll; readonly isConfirmed: boolean }[]
  /** UN numbers in the carton that no roll of the station stands for. */
  readonly unCodesWithout: readonly string[]
  readonly left: number
}

const none: RollSet = { rolls: [], unCodesWithout: [], left: 0 }

type RollParts = Pick<BenchParts, 'cartons' | 'markRolls'>

/** Of an open carton nothing is due yet. */
export const rollSet = ({ cartons, markRolls }: RollParts, held: Held | null): RollSet => {
  const carton = held?.session.carton ?? null
  if (held === null || carton === null || carton.state === 'open') return none
  const needed = rollsNeeded(
    markRolls,
    carton.contents,
    (sku) => held.goods.info(sku)?.battery?.unCode ?? null,
  )
  if (needed.rolls.length === 0) return { ...none, unCodesWithout: needed.unCodesWithout }
  const confirmed = cartons.rollsConfirmed(carton.code, carton.revision)
  const rolls = needed.rolls.map((roll) => ({ roll, isConfirmed: confirmed.has(roll.id) }))
  return {
    rolls,
    unCodesWithout: needed.unCodesWithout,
    left: rolls.filter(({ isConfirmed }) => !isConfirmed).length,
  }
}
