import type { Grams } from './units.ts'

/** Units of one SKU in a carton, with the weight of one unit. */
export interface WeighedUnits {
  readonly quantity: number
  readonly unitWeight: Grams
}

const goodsWeight = (items: readonly WeighedUnits[]): number =>
  items.reduce((sum, { quantity, unitWeight }) => sum + quantity * unitWeight, 0)

/** Gross weight in grams that a box of this tare with these units should have. */
export const expectedGross = (tare: Grams, items: readonly WeighedUnits[]): Grams =>
  (tare + goodsWeight(items)) as Grams

/** Division of a common bench scale for 60 kg, in grams. */
export const usualDivision = 10 as Grams
/** Filler, tape and damp cardboard, in grams. */
const packagingGrams = 30
/** Unit weights are the seller's, and goods of one SKU differ by about this much. */
const goodsShare = 0.015

/**
 * How far a gross weight may be from the expected one, in grams: the largest of two scale divisions, 1.5 % of the goods
 * (rounded up) and 30 g. The rule for goods whose cartons have taught nothing yet: see `weight-model.ts`.
 */
export const weightTolerance = (
  items: readonly WeighedUnits[],
  scaleDivision: Grams = usualDivision,
): Grams =>
  Math.max(2 * scaleDivision, Math.ceil(goodsWeight(items) * goodsShare), packagingGrams) as Grams

/** Whether a gross weight is further from the expected one than the tolerance; all in grams. */
export const deviates = (gross: Grams, expected: Grams, allowed: Grams): boolean =>
  Math.abs(gross - expected) > allowed
