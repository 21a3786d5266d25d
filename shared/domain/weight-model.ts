import type { Sku } from './order.ts'
import type { Grams } from './units.ts'
import { usualDivision, weightTolerance } from './weight.ts'

/** What is learned of one SKU's unit. */
export interface LearnedUnit {
  /** Grams, with fractions: forty units make a fraction count. */
  readonly mean: number
  /** Between single units of it, in g². */
  readonly spread: number
  /** Cartons that taught it. */
  readonly cartons: number
}

/** What sealed cartons have taught of weights. Made by `learnWeights`; one that knows nothing is `untaught`. */
export interface WeightModel {
  readonly units: ReadonlyMap<Sku, LearnedUnit>
  /** By box type: how much heavier than its listed tare, in grams. */
  readonly tares: ReadonlyMap<string, number>
  /** Filler, tape and damp cardboard: from carton to carton, in g². */
  readonly packing: number
  /** Smallest step of the scale, in grams. */
  readonly division: Grams
  /** Where a unit or a tare stands among what was learned; undefined where nothing was. */
  readonly at: (name: WeightName) => number | undefined
  /** How sure means and tares are, and how far two of them can only be told together: in g². */
  readonly covariance: (one: number, other: number) => number
}

/** A SKU's unit or a box type's tare, by what it is called in a model. */
export type WeightName = `unit ${string}` | `tare ${string}`
export const unitName = (sku: Sku): WeightName => `unit ${sku}`
export const tareName = (boxType: string): WeightName => `tare ${boxType}`

/** A box and what is in it, with the weights that seller and box list state. */
export interface Load {
  readonly box: { readonly id: string; readonly tare: Grams }
  readonly items: readonly {
    readonly sku: Sku
    readonly quantity: number
    readonly unitWeight: Grams
  }[]
}

/** Cartons that must have taught a SKU before its spread sets the tolerance. */
export const enoughCartons = 5
/** Standard deviations of honest cartons that are within the tolerance: 99.9 % of them. */
const width = 3.3

/** Before anything is learned: how far the seller's unit weight may be off, in g². */
export const statedVariance = (unitWeight: number): number => (2 + unitWeight * 0.04) ** 2
/** Before anything is learned: how units of one SKU differ, in g². */
export const usualSpread = (unitWeight: number): number => (0.2 + unitWeight * 0.008) ** 2
/** However much was learned: how far the next batch may be from the last ones, in g². */
export const batchVariance = (mean: number): number => (0.1 + mean * 0.002) ** 2
/** Before anything is learned: how far a listed tare may be off, in g². */
export const listedVariance = (tare: number): number => (8 + tare * 0.04) ** 2
/** Before anything is learned: what filler and tape differ by, in g². */
export const usualPacking = 12 ** 2
/** A scale shows the middle of a division: the rest is spread evenly over it. */
export const roundingVariance = (division: number): number => division ** 2 / 12

/** Where nothing was learned, the weights as stated, and nothing is known together. */
export const untaughtAt = (division: Grams): WeightModel => ({
  units: new Map(),
  tares: new Map(),
  packing: usualPacking,
  division,
  at: () => undefined,
  covariance: () => 0,
})
export const untaught = untaughtAt(usualDivision)

type Item = Load['items'][number]

/** Weight of one unit in grams, with fractions: learned, or what the seller states. */
export const unitMean = (model: WeightModel, { sku, unitWeight }: Item): number =>
  model.units.get(sku)?.mean ?? unitWeight

export const unitSpread = (model: WeightModel, { sku, unitWeight }: Item): number =>
  model.units.get(sku)?.spread ?? usualSpread(unitWeight)

/** Tare in grams, with fractions: listed, and what was learned of this box type. */
export const tareMean = (model: WeightModel, { id, tare }: Load['box']): number =>
  tare + (model.tares.get(id) ?? 0)

/** What is not known of two weights alike, in g². */
const together = (model: WeightModel, one: WeightName, other: WeightName): number => {
  const row = model.at(one)
  const column = model.at(other)
  return row === undefined || column === undefined ? 0 : model.covariance(row, column)
}

/** What is not known of the mean of one SKU alone, in g². */
const ownVariance = (model: WeightModel, { sku, unitWeight }: Item): number => {
  const learned = model.units.get(sku)
  return learned === undefined
    ? statedVariance(unitWeight)
    : together(model, unitName(sku), unitName(sku)) + batchVariance(learned.mean)
}

/** How unsure a unit's mean is, together with that of another one, in g². */
export const unitsTogether = (model: WeightModel, one: Item, other: Item): number =>
  one.sku === other.sku
    ? ownVariance(model, one)
    : together(model, unitName(one.sku), unitName(other.sku))

export const tareVariance = (model: WeightModel, { id, tare }: Load['box']): number =>
  model.tares.has(id) ? together(model, tareName(id), tareName(id)) : listedVariance(tare)

/** How unsure the weight of the whole load is together with one unit of `item`: in g². */
export const loadWith = (model: WeightModel, { box, items }: Load, item: Item): number =>
  items.reduce(
    (sum, other) => sum + other.quantity * unitsTogether(model, other, item),
    together(model, tareName(box.id), unitName(item.sku)),
  )

/**
 * Variance of the gross weight in g². What is not known of a mean is wrong by as much for every unit, so it grows with
 * the square of the quantity; what units differ by averages out, so it grows with the quantity.
 */
export const loadVariance = (model: WeightModel, load: Load): number => {
  const { box, items } = load
  let variance = tareVariance(model, box) + model.packing + roundingVariance(model.division)
  // The names are looked up once: this runs with every scan.
  const learned: { readonly row: number; readonly times: number }[] = []
  const tare = model.at(tareName(box.id))
  if (tare !== undefined) learned.push({ row: tare, times: 1 })
  for (const item of items) {
    const { quantity, sku } = item
    variance += quantity * unitSpread(model, item) + quantity ** 2 * ownVariance(model, item)
    const row = model.at(unitName(sku))
    if (row !== undefined) learned.push({ row, times: quantity })
  }
  for (const [nth, one] of learned.entries()) {
    for (let next = nth + 1; next < learned.length; next += 1) {
      const other = learned[next]
      if (other === undefined) break
      variance += 2 * one.times * other.times * model.covariance(one.row, other.row)
    }
  }
  return variance
}

/** Gross weight in grams that the load should have. */
export const expectedLoad = (model: WeightModel, { box, items }: Load): Grams =>
  Math.round(
    items.reduce((sum, item) => sum + item.quantity * unitMean(model, item), tareMean(model, box)),
  ) as Grams

const isTaught = (model: WeightModel, { sku }: Item): boolean =>
  (model.units.get(sku)?.cartons ?? 0) >= enoughCartons

/**
 * How far a gross weight may be from the expected one, in grams. Once enough cartons have taught every SKU in it, what
 * 999 of 1,000 honest cartons keep to, and never less than two divisions; until then the plain rule of `weight.ts`.
 */
export const loadTolerance = (model: WeightModel, load: Load): Grams => {
  const { items } = load
  const { division } = model
  if (items.length === 0 || !items.every((item) => isTaught(model, item))) {
    const units = items.map((item) => ({
      quantity: item.quantity,
      unitWeight: unitMean(model, item) as Grams,
    }))
    return weightTolerance(units, division)
  }
  const learned = Math.ceil(width * Math.sqrt(loadVariance(model, load)))
  return Math.max(2 * division, learned) as Grams
}
