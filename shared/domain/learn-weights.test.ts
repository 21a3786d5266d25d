import { describe, expect, it } from 'vitest'
import { learnWeights, type WeighedCarton } from './learn-weights.ts'
import type { Sku } from './order.ts'
import { grams } from './units.ts'
import { expectedGross, weightTolerance } from './weight.ts'
import { expectedLoad, type Load, loadTolerance, loadVariance, untaught } from './weight-model.ts'

const bottle = 'BOTTLE' as Sku
const lid = 'LID' as Sku
const box = { id: 'C40', tare: grams(600) }
const units = (sku: Sku, quantity: number, unitWeight: number) => ({
  sku,
  quantity,
  unitWeight: grams(unitWeight),
})
const load = (...items: Load['items']): Load => ({ box, items })
const carton = (gross: number, ...items: Load['items']): WeighedCarton => ({
  ...load(...items),
  gross,
  wasAccepted: false,
})

/** A seller states 350 g, and a bottle weighs 364 g; a few grams more or less for the filler. */
const bottles = (count: number): WeighedCarton[] =>
  Array.from({ length: count }, (_, nth) => {
    const quantity = 10 + (nth % 7)
    return carton(600 + quantity * 364 + ((nth * 7) % 11) - 5, units(bottle, quantity, 350))
  })

describe('weights of goods', () => {
  it('are what the seller states as long as no carton was seen: the plain rule', () => {
    const items = [units(bottle, 12, 350), units(lid, 40, 7)]
    expect(learnWeights([])).toMatchObject({ packing: untaught.packing, division: 10 })
    expect(expectedLoad(untaught, load(...items))).toBe(expectedGross(box.tare, items))
    expect(loadTolerance(untaught, load(...items))).toBe(weightTolerance(items))
  })

  it('are learned from sealed cartons, and the tolerance shrinks to what they differ by', () => {
    const twelve = load(units(bottle, 12, 350))
    const model = learnWeights(bottles(20))
    expect(Math.abs(expectedLoad(model, twelve) - (600 + 12 * 364))).toBeLessThan(10)
    expect(loadTolerance(model, twelve)).toBeLessThan(loadTolerance(untaught, twelve))
    expect(model.units.get(bottle)?.cartons).toBe(20)
  })

  it('keep the plain tolerance until five cartons have taught every SKU of the carton', () => {
    const twelve = load(units(bottle, 12, 350))
    const mean = expectedLoad(learnWeights(bottles(4)), twelve) - 600
    expect(loadTolerance(learnWeights(bottles(4)), twelve)).toBe(Math.ceil(mean * 0.015))
    const withLids = load(units(bottle, 12, 350), units(lid, 400, 7))
    expect(loadTolerance(learnWeights(bottles(20)), withLids)).toBeGreaterThan(100)
  })

  it('are the same for the same cartons', () => {
    const twelve = load(units(bottle, 12, 350))
    const [one, other] = [learnWeights(bottles(20)), learnWeights(bottles(20))]
    expect(one.units).toEqual(other.units)
    expect(loadVariance(one, twelve)).toBe(loadVariance(other, twelve))
  })

  it.each([400, -900, 5_000])('are not moved by one carton that is %i g off', (off) => {
    const [first, ...rest] = bottles(20)
    if (first === undefined) throw new RangeError('no carton')
    const model = learnWeights([{ ...first, gross: first.gross + off }, ...rest])
    const mean = model.units.get(bottle)?.mean ?? 0
    expect(Math.abs(mean - 364)).toBeLessThan(2)
  })

  it('move little for one accepted deviation, and follow many', () => {
    const accepted = (count: number) =>
      Array.from({ length: count }, () => ({
        ...carton(600 + 20 * 385, units(bottle, 20, 350)),
        wasAccepted: true,
      }))
    const mean = (cartons: WeighedCarton[]): number =>
      learnWeights(cartons).units.get(bottle)?.mean ?? 0
    expect(mean(accepted(1))).toBeLessThan(375)
    expect(mean(accepted(12))).toBeGreaterThan(380)
  })

  it('of goods only ever packed together are known together, and stay unsure alone', () => {
    const sets = Array.from({ length: 30 }, () =>
      carton(600 + 10 * 364 + 10 * 50, units(bottle, 10, 350), units(lid, 10, 60)),
    )
    const model = learnWeights(sets)
    const together = load(units(bottle, 10, 350), units(lid, 10, 60))
    expect(Math.abs(expectedLoad(model, together) - (600 + 4_140))).toBeLessThan(15)
    const alone = loadVariance(model, load(units(lid, 10, 60)))
    expect(alone).toBeGreaterThan(2 * loadVariance(model, load()))
    expect(loadVariance(model, together)).toBeLessThan(loadVariance(untaught, together) / 4)
  })

  it('tell a box that is heavier than listed from heavier goods', () => {
    const wet = bottles(30).map((made) => ({ ...made, gross: made.gross + 60 }))
    const model = learnWeights(wet)
    expect(model.tares.get(box.id)).toBeGreaterThan(20)
    expect(Math.abs((model.units.get(bottle)?.mean ?? 0) - 364)).toBeLessThan(4)
  })
})
