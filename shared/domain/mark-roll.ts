import type { CartonContent } from './carton.ts'
import type { Sku } from './order.ts'

/**
 * A roll of pre-printed marks 标签卷. A lithium battery mark is hatched in red (IATA DGR 7.1.5.5, IMDG 5.2.1.10): a
 * thermal printer cannot print it, so the packer sticks one from the roll and scans the roll's own barcode.
 */
export interface MarkRoll {
  readonly id: string
  readonly name: string
  /** As it stands on the roll. */
  readonly barcode: string
  /** UN numbers of the batteries that its mark stands for, e.g. UN3481. */
  readonly unCodes: readonly string[]
}

/** The rolls a carton needs a mark of, and the UN numbers in it that no roll of the station stands for. */
export interface RollsNeeded {
  readonly rolls: readonly MarkRoll[]
  readonly unCodesWithout: readonly string[]
}

/** @param unCodeOf UN number of the batteries in a SKU, or null */
export const rollsNeeded = (
  rolls: readonly MarkRoll[],
  contents: readonly CartonContent[],
  unCodeOf: (sku: Sku) => string | null,
): RollsNeeded => {
  const unCodes = [...new Set(contents.flatMap(({ sku }) => unCodeOf(sku) ?? []))].toSorted()
  return {
    rolls: rolls.filter((roll) => roll.unCodes.some((unCode) => unCodes.includes(unCode))),
    unCodesWithout: unCodes.filter(
      (unCode) => !rolls.some((roll) => roll.unCodes.includes(unCode)),
    ),
  }
}
