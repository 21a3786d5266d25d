import type { BoxType } from './carton.ts'
import { type CartonLimits, sizeProblem, volumetricGrams } from './limits.ts'
import type { Grams, Size } from './units.ts'

/** Units of one size. */
export interface SizedUnits {
  readonly quantity: number
  /** Outside. */
  readonly size: Size
}

/** A box type that would do, and the weight that would be paid for. */
export interface CheaperBox {
  readonly boxType: BoxType
  readonly chargeable: Grams
}

type Sides = readonly [number, number, number]

/** Board of both walls and what goods need to slide in, in millimetres a side. */
const wallsAndAir = 20
/** What saves less is not worth repacking, in grams. */
const worthIt = 200

const sidesOf = ({ length, width, height }: Size): Sides => [length, width, height]

const turned = ([a, b, c]: Sides): readonly Sides[] => [
  [a, b, c],
  [a, c, b],
  [b, a, c],
  [b, c, a],
  [c, a, b],
  [c, b, a],
]

/** Thickness in mm of the whole layers that these units fill on a floor of `a` × `b`; Infinity where none fits. */
const layers = (a: number, b: number, { quantity, size }: SizedUnits): number =>
  Math.min(
    ...turned(sidesOf(size)).map(([x, y, z]) => {
      const inLayer = Math.floor(a / x) * Math.floor(b / y)
      return inLayer === 0 ? Number.POSITIVE_INFINITY : Math.ceil(quantity / inLayer) * z
    }),
  )

/**
 * Whether the goods surely go into a box: each SKU in whole layers of its own, all turned one way, stacked along one
 * side. A packer may fit more in; this never says that goods fit which do not.
 */
export const surelyFits = (box: Size, goods: readonly SizedUnits[]): boolean => {
  const [length, width, height] = sidesOf(box).map((side) => Math.max(0, side - wallsAndAir)) as [
    number,
    number,
    number,
  ]
  const floors: readonly Sides[] = [
    [length, width, height],
    [length, height, width],
    [width, height, length],
  ]
  return floors.some(
    ([a, b, depth]) => goods.reduce((sum, units) => sum + layers(a, b, units), 0) <= depth,
  )
}

/**
 * The box type with the least chargeable weight that surely holds the goods, where it saves something; else null.
 * @param gross of the goods in the box they are in now, in grams
 */
export const cheaperBox = (
  current: BoxType,
  gross: Grams,
  goods: readonly SizedUnits[],
  boxTypes: readonly BoxType[],
  limits: CartonLimits,
): CheaperBox | null => {
  const divisor = limits.volumetricDivisor
  const now = Math.max(gross, volumetricGrams(current.size, divisor))
  const cheaper = boxTypes
    .map((boxType) => {
      const inThis = gross - current.tare + boxType.tare
      const chargeable = Math.max(inThis, volumetricGrams(boxType.size, divisor)) as Grams
      return { boxType, chargeable }
    })
    .filter(({ chargeable }) => chargeable + worthIt <= now)
    .toSorted((a, b) => a.chargeable - b.chargeable)
  return (
    cheaper.find(
      ({ boxType: { size } }) => sizeProblem(limits, size) === null && surelyFits(size, goods),
    ) ?? null
  )
}
