import type { CartonRules, MixingRules } from './carton-rules.ts'
import type { CargoClass, Sku } from './order.ts'
import type { Grams, Millimetres, Size } from './units.ts'
import type { WeighedUnits } from './weight.ts'

/** The limits that bind one order's cartons: of dated rule packs by destination and transport mode, and its own. */
export interface CartonLimits extends MixingRules {
  readonly maxGross: Grams
  /** From this gross weight on, the mark set bears a "heavy" mark. */
  readonly heavyFrom?: Grams
  readonly maxSide: Millimetres
  /** Longest side + girth (2 × the two shorter ones). */
  readonly maxLengthPlusGirth?: Millimetres
  /** Volumetric divisor in cm³ per kg. */
  readonly volumetricDivisor: number
  /** Pairs of cargo classes that must not share a carton. */
  readonly separated: readonly (readonly [CargoClass, CargoClass])[]
}

const least = <Value extends number>(one: Value, other: Value | undefined): Value =>
  other !== undefined && other < one ? other : one

/** The limits with what the order itself asks for: of two, the stricter one binds. */
export const withRules = (
  limits: CartonLimits,
  { maxGross, maxSide, ...mixing }: CartonRules,
): CartonLimits => ({
  ...limits,
  ...mixing,
  maxGross: least(limits.maxGross, maxGross),
  maxSide: least(limits.maxSide, maxSide),
})

/** Which length limit a size breaks: both values in millimetres. */
export interface SizeProblem {
  readonly kind: 'side' | 'length-plus-girth'
  readonly actual: number
  readonly max: number
}

export const sizeProblem = (limits: CartonLimits, size: Size): SizeProblem | null => {
  const { length, width, height } = size
  const longest = Math.max(length, width, height)
  if (longest > limits.maxSide) return { kind: 'side', actual: longest, max: limits.maxSide }
  const lengthPlusGirth = longest + 2 * (length + width + height - longest)
  const max = limits.maxLengthPlusGirth
  return max !== undefined && lengthPlusGirth > max
    ? { kind: 'length-plus-girth', actual: lengthPlusGirth, max }
    : null
}

/** Volumetric weight in grams, rounded up; divisor in cm³ per kg, which is also mm³ per gram. */
export const volumetricGrams = ({ length, width, height }: Size, divisor: number): Grams =>
  Math.ceil((length * width * height) / divisor) as Grams

export interface UnitsOfSku {
  readonly sku: Sku
  /** ≥ 1 */
  readonly units: number
}

const removedWeight = (remedy: readonly (UnitsOfSku & WeighedUnits)[]): number =>
  remedy.reduce((sum, { units, unitWeight }) => sum + units * unitWeight, 0)

/** The fewest units of several SKUs, heaviest first; the last one is the lightest that still does. */
const severalSkus = <Content extends WeighedUnits>(
  excess: number,
  contents: readonly Content[],
): readonly (Content & { readonly units: number })[] => {
  const heaviestFirst = contents.toSorted((a, b) => b.unitWeight - a.unitWeight)
  const taken = new Map<Content, number>()
  let left = excess
  for (const content of heaviestFirst) {
    const units = Math.min(content.quantity, Math.floor(left / content.unitWeight))
    if (units > 0) taken.set(content, units)
    left -= units * content.unitWeight
    if (left > 0 && units < content.quantity) {
      const rest = left
      const last = heaviestFirst.findLast(
        (other) => other.unitWeight >= rest && (taken.get(other) ?? 0) < other.quantity,
      )
      if (last !== undefined) taken.set(last, (taken.get(last) ?? 0) + 1)
      left = 0
    }
    if (left <= 0) break
  }
  return Array.from(taken, ([content, units]) => ({ ...content, units }))
}

/**
 * What to take out of a carton of `gross` grams so that it weighs at most `max`: units of one SKU where that is enough,
 * of these the fewest, then the least weight. Empty when nothing needs to go, or when nothing would be left inside.
 */
export const overLimitRemedy = (
  gross: Grams,
  max: Grams,
  contents: readonly (WeighedUnits & { readonly sku: Sku })[],
): readonly UnitsOfSku[] => {
  const excess = gross - max
  if (excess <= 0) return []
  const unitsInside = contents.reduce((sum, { quantity }) => sum + quantity, 0)
  const weighty = contents.filter(({ quantity, unitWeight }) => quantity > 0 && unitWeight > 0)
  const oneSku = weighty
    .map((content) => ({ ...content, units: Math.ceil(excess / content.unitWeight) }))
    .filter(({ units, quantity }) => units <= quantity && units < unitsInside)
    .toSorted((a, b) => a.units - b.units || removedWeight([a]) - removedWeight([b]))
    .slice(0, 1)
  const remedy = oneSku.length > 0 ? oneSku : severalSkus(excess, weighty)
  const unitsOut = remedy.reduce((sum, { units }) => sum + units, 0)
  if (removedWeight(remedy) < excess || unitsOut >= unitsInside) return []
  return remedy.map(({ sku, units }) => ({ sku, units }))
}

/** The cargo class already in the carton that `next` must not be packed with, or null. */
export const mixingConflict = (
  limits: CartonLimits,
  inCarton: Iterable<CargoClass>,
  next: CargoClass,
): CargoClass | null => {
  for (const inside of inCarton) {
    const apart = limits.separated.some(
      ([a, b]) => (a === inside && b === next) || (a === next && b === inside),
    )
    if (apart) return inside
  }
  return null
}
