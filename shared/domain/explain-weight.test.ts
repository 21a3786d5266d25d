import { describe, expect, it } from 'vitest'
import { explainWeight } from './explain-weight.ts'
import { learnWeights, type WeighedCarton } from './learn-weights.ts'
import type { Sku } from './order.ts'
import { grams, millimetres } from './units.ts'
import { type Load, untaught } from './weight-model.ts'

const speaker = { sku: 'SPEAKER' as Sku, unitWeight: grams(480) }
const mug = { sku: 'MUG' as Sku, unitWeight: grams(350) }
const sticker = { sku: 'STICKER' as Sku, unitWeight: grams(2) }
const size = { length: millimetres(1), width: millimetres(1), height: millimetres(1) }
const box = { id: 'C40', nameZh: '', nameEn: '', tare: grams(600), size }
const larger = { ...box, id: 'C80', tare: grams(3_540) }
const order = [speaker, mug, sticker].map((sku) => ({ ...sku, quantity: 1 }))

const load = (...items: Load['items']): Load => ({ box, items })
const weight = ({ items }: Load): number =>
  600 + items.reduce((sum, { quantity, unitWeight }) => sum + quantity * unitWeight, 0)
const sealed = (speakers: number, mugs: number, stickers: number): WeighedCarton => {
  const counted = [
    { ...speaker, quantity: speakers },
    { ...mug, quantity: mugs },
    { ...sticker, quantity: stickers },
  ].filter(({ quantity }) => quantity > 0)
  return { ...load(...counted), gross: weight(load(...counted)), wasAccepted: false }
}
const model = learnWeights(
  Array.from({ length: 30 }, (_, nth) => sealed(4 + (nth % 5), nth % 7, nth % 3 === 0 ? 50 : 0)),
)
const mixed = load({ ...speaker, quantity: 8 }, { ...mug, quantity: 4 })
const explain = (off: number, what: Load = mixed, by = model) =>
  explainWeight(by, what, grams(weight(what) + off), order, [box, larger])

describe('a weight that deviates', () => {
  it('names the one unit that is missing, or too many, with the evidence', () => {
    expect(explain(-480)).toMatchObject({
      kind: 'units',
      sku: 'SPEAKER',
      delta: -1,
      evidence: { cartons: 30, unitWeight: 480, shift: -480 },
    })
    expect(explain(350)).toMatchObject({ kind: 'units', sku: 'MUG', delta: 1 })
  })

  it('names a unit of one SKU that lies where another was scanned', () => {
    expect(explain(-130)).toMatchObject({ kind: 'swap', sku: 'SPEAKER', instead: 'MUG' })
  })

  it('names the box that was not chosen, and the one that is empty', () => {
    expect(explain(2_940)).toMatchObject({ kind: 'box', boxType: 'C80' })
    expect(explain(600 - weight(mixed))).toEqual({ kind: 'empty' })
  })

  it('names nothing that two mistakes explain equally well, and says what to count first', () => {
    const twin = { sku: 'TWIN' as Sku, unitWeight: grams(482) }
    const twins = load({ ...speaker, quantity: 3 }, { ...twin, quantity: 3 })
    expect(explainWeight(untaught, twins, grams(weight(twins) - 481), order, [box])).toMatchObject({
      kind: 'unclear',
      skus: expect.arrayContaining(['SPEAKER', 'TWIN']) as unknown,
    })
  })

  it('in an order of thousands of SKUs names what is sure, and what any of them may explain it leaves open', () => {
    const many = Array.from({ length: 3_000 }, (_, nth) => ({
      sku: `GOODS-${nth}` as Sku,
      unitWeight: grams(100 + (nth % 200)),
      quantity: 1,
    }))
    const among = (off: number) =>
      explainWeight(model, mixed, grams(weight(mixed) + off), [...order, ...many], [box])
    expect(among(-480)).toMatchObject({ kind: 'units', sku: 'SPEAKER', delta: -1 })
    // One of the three thousand too many, or in the place of another: nobody can tell which.
    expect(among(190)).toMatchObject({ kind: 'unclear' })
  })

  it('says of goods lighter than what cartons differ by that the scale cannot tell', () => {
    const stickers = load({ ...sticker, quantity: 500 })
    expect(explain(60, stickers)).toEqual({ kind: 'hidden', skus: ['STICKER'] })
    expect(explain(60, stickers, untaught)).toEqual({ kind: 'hidden', skus: ['STICKER'] })
  })
})
