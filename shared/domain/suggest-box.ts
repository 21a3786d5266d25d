import { type BoxLoad, type BoxObstacle, boxObstacle, cannotBe } from './box-room.ts'
import type { BoxType } from './carton.ts'
import { type CartonLimits, volumetricGrams } from './limits.ts'
import type { Grams } from './units.ts'

/** A box type with what would be paid for, and why it may not do. */
export interface BoxChoice {
  readonly boxType: BoxType
  readonly chargeable: Grams
  readonly obstacle: BoxObstacle | null
}

/** `holds`: the box in hand does. `cheaper`: another costs less. `room`: the one in hand does not surely do. */
export const boxReasons = ['holds', 'cheaper', 'room'] as const
export interface BoxSuggestion {
  readonly boxType: BoxType
  readonly chargeable: Grams
  readonly why: (typeof boxReasons)[number]
}

export interface BoxQuestion {
  readonly current: BoxType
  readonly load: BoxLoad
  /** The goods are in the box in hand, so that it holds them unless it cannot. */
  readonly isPacked: boolean
  readonly boxTypes: readonly BoxType[]
  readonly limits: CartonLimits
}

/** What saves less is not worth repacking, in grams. */
const worthIt = 200

/** What the goods weigh in a box, or the box by its volume when that is more. */
const chargeableIn = ({ size, tare }: BoxType, net: number, limits: CartonLimits): Grams =>
  Math.max(Math.round(net + tare), volumetricGrams(size, limits.volumetricDivisor)) as Grams

/** Each box type with what speaks against it. */
export const boxChoices = (
  load: BoxLoad,
  boxTypes: readonly BoxType[],
  limits: CartonLimits,
): readonly BoxChoice[] =>
  boxTypes.map((boxType) => ({
    boxType,
    chargeable: chargeableIn(boxType, load.net, limits),
    obstacle: boxObstacle(boxType, load, limits),
  }))

const outside = ({ boxType: { size } }: BoxChoice): number => size.length * size.width * size.height

/**
 * The box to take: the one in hand, unless another surely holds the goods and is cheaper, or the one in hand does not
 * hold them. Null when no box type surely does.
 */
export const suggestBox = ({
  current,
  load,
  isPacked,
  boxTypes,
  limits,
}: BoxQuestion): BoxSuggestion | null => {
  const [best] = boxChoices(load, boxTypes, limits)
    .filter(({ obstacle }) => obstacle === null)
    .toSorted((a, b) => a.chargeable - b.chargeable || outside(a) - outside(b))
  const against = boxObstacle(current, load, limits)
  const holds = against === null || (isPacked && !cannotBe(against))
  const now = chargeableIn(current, load.net, limits)
  if (best !== undefined && (!holds || best.chargeable + worthIt <= now)) {
    const { boxType, chargeable } = best
    return { boxType, chargeable, why: holds ? 'cheaper' : 'room' }
  }
  return holds ? { boxType: current, chargeable: now, why: 'holds' } : null
}
