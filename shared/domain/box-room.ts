import type { BoxType } from './carton.ts'
import { type CartonLimits, sizeProblem } from './limits.ts'
import type { Grams, Millimetres, Size } from './units.ts'

/** Units of one size. */
export interface SizedUnits {
  readonly quantity: number
  /** Outside. */
  readonly size: Size
}

/** What is to go into a box. */
export interface BoxLoad {
  readonly goods: readonly SizedUnits[]
  /** Of the goods without a box, in grams. */
  readonly net: number
}

/** Why a box may not do: lengths in mm, weights in grams, `share` of the inside that the goods take in per cent. */
export type BoxObstacle =
  /** The destination takes no box of this size. */
  | { readonly kind: 'too-large'; readonly actual: number; readonly max: number }
  /** A unit does not go in whichever way it is turned. */
  | { readonly kind: 'too-long'; readonly longest: number }
  | { readonly kind: 'too-heavy'; readonly gross: number; readonly max: number }
  /** Up to 100 % the goods may still go in, but not surely. */
  | { readonly kind: 'too-full'; readonly share: number }

type Sides = readonly [number, number, number]

/** Board of one wall and a little air, in mm: thicker than five layers, as thick as seven. */
const wall = 10
/** Share of the inside that small goods of any shape fill with certainty. */
export const packingFactor = 0.7
/** Units are small when each of their sides is at most this share of the inside. */
const smallShare = 0.5

const sidesOf = ({ length, width, height }: Size): Sides => [length, width, height]
const sorted = (size: Size): readonly number[] => sidesOf(size).toSorted((a, b) => b - a)
const volume = ({ length, width, height }: Size): number => length * width * height

/** What a box has room for inside: as stated, or its outside less two walls. */
export const insideOf = ({ size, inner }: BoxType): Size => {
  const less = (side: number): Millimetres => Math.max(0, side - 2 * wall) as Millimetres
  return inner ?? { length: less(size.length), width: less(size.width), height: less(size.height) }
}

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
 * Whether goods go in as they are stacked in a drawing: each SKU in whole layers of its own, all turned one way, along
 * one side. A packer may fit more in; this never says that goods fit which do not.
 */
export const stacksIn = (inside: Size, goods: readonly SizedUnits[]): boolean => {
  const [length, width, height] = sidesOf(inside)
  const floors: readonly Sides[] = [
    [length, width, height],
    [length, height, width],
    [width, height, length],
  ]
  return floors.some(
    ([a, b, depth]) => goods.reduce((sum, units) => sum + layers(a, b, units), 0) <= depth,
  )
}

const goesIn = (inside: Size, size: Size, share = 1): boolean => {
  const room = sorted(inside)
  return sorted(size).every((side, at) => side <= (room[at] ?? 0) * share)
}

const goodsVolume = (goods: readonly SizedUnits[]): number =>
  goods.reduce((sum, { quantity, size }) => sum + quantity * volume(size), 0)

/** How much of the inside goods take, in per cent, rounded up. */
export const filledShare = (boxType: BoxType, goods: readonly SizedUnits[]): number =>
  Math.ceil((goodsVolume(goods) / Math.max(1, volume(insideOf(boxType)))) * 100)

/** Small goods fill the box up to the packing factor however they lie. */
const poursIn = (inside: Size, goods: readonly SizedUnits[]): boolean =>
  goods.every(({ size }) => goesIn(inside, size, smallShare)) &&
  goodsVolume(goods) <= packingFactor * volume(inside)

/** Why a box does not surely take the goods on this way; null when it does. */
export const boxObstacle = (
  boxType: BoxType,
  { goods, net }: BoxLoad,
  limits: CartonLimits,
): BoxObstacle | null => {
  const tooLarge = sizeProblem(limits, boxType.size)
  if (tooLarge !== null) return { kind: 'too-large', actual: tooLarge.actual, max: tooLarge.max }
  const inside = insideOf(boxType)
  const long = goods.filter(({ size }) => !goesIn(inside, size)).map(({ size }) => sorted(size)[0])
  if (long.length > 0) return { kind: 'too-long', longest: Math.max(...long.map((mm) => mm ?? 0)) }
  const gross = Math.round(net + boxType.tare) as Grams
  if (gross > limits.maxGross) return { kind: 'too-heavy', gross, max: limits.maxGross }
  return stacksIn(inside, goods) || poursIn(inside, goods)
    ? null
    : { kind: 'too-full', share: filledShare(boxType, goods) }
}

/** Whether goods that a packer has put into a box cannot be in it: then it is another box. */
export const cannotBe = (obstacle: BoxObstacle): boolean =>
  obstacle.kind === 'too-full' ? obstacle.share > 100 : obstacle.kind !== 'too-heavy'
