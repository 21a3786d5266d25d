import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mixingConflict,
  overLimitRemedy,
  sizeProblem,
  volumetricGrams,
  type CartonLimits,
} from './limits.ts'
import { cargoClasses, type Sku } from './order.ts'
import { grams, millimetres, type Size } from './units.ts'

const limits: CartonLimits = {
  maxGross: grams(30_000),
  maxSide: millimetres(1_000),
  maxLengthPlusGirth: millimetres(2_600),
  volumetricDivisor: 6_000,
  separated: [['battery', 'liquid']],
}
const size = (length: number, width: number, height: number): Size => ({
  length: millimetres(length),
  width: millimetres(width),
  height: millimetres(height),
})
/** How many units it takes at least to remove this weight. */
const fewest = (heaviestFirst: readonly number[], excess: number): number => {
  let removed = 0
  return 1 + heaviestFirst.findIndex((weight) => (removed += weight) >= excess)
}
const content = (sku: string, quantity: number, unitWeight: number) => ({
  sku: sku as Sku,
  quantity,
  unitWeight: grams(unitWeight),
})

describe('size', () => {
  test('names the limit that is broken', () => {
    expect(sizeProblem(limits, size(600, 400, 400))).toBeNull()
    expect(sizeProblem(limits, size(400, 1_001, 400))).toEqual({
      kind: 'side',
      actual: 1_001,
      max: 1_000,
    })
    expect(sizeProblem(limits, size(400, 500, 1_000))).toEqual({
      kind: 'length-plus-girth',
      actual: 2_800,
      max: 2_600,
    })
  })

  test('does not depend on which side is called length', () => {
    const side = fc.integer({ min: 1, max: 1_200 })
    fc.assert(
      fc.property(side, side, side, (a, b, c) => {
        expect(sizeProblem(limits, size(a, b, c))).toEqual(sizeProblem(limits, size(c, a, b)))
      }),
    )
  })

  test('volumetric weight is volume over divisor, rounded up to the gram', () => {
    expect(volumetricGrams(size(600, 400, 400), 6_000)).toBe(16_000)
    expect(volumetricGrams(size(600, 400, 400), 5_000)).toBe(19_200)
    expect(volumetricGrams(size(101, 100, 100), 6_000)).toBe(169)
  })
})

describe('what to take out of a carton over the limit', () => {
  const remedy = (gross: number, ...contents: ReturnType<typeof content>[]) =>
    overLimitRemedy(grams(gross), limits.maxGross, contents)

  test('is the fewest units of one SKU', () => {
    expect(remedy(31_200, content('A', 20, 600), content('B', 100, 150))).toEqual([
      { sku: 'A', units: 2 },
    ])
  })

  test('takes out no more weight than it must when the number of units is the same', () => {
    expect(remedy(30_500, content('A', 4, 5_000), content('B', 10, 800))).toEqual([
      { sku: 'B', units: 1 },
    ])
  })

  test('needs several SKUs only where no single one is enough', () => {
    expect(remedy(33_000, content('A', 1, 2_000), content('B', 3, 900))).toEqual([
      { sku: 'A', units: 1 },
      { sku: 'B', units: 2 },
    ])
  })

  test('is nothing at the limit, and nothing where the carton would be empty', () => {
    expect(remedy(30_000, content('A', 20, 600))).toEqual([])
    expect(remedy(31_000, content('A', 1, 30_000))).toEqual([])
  })

  test('is enough whenever anything is, with no unit too many', () => {
    const contents = fc.uniqueArray(
      fc.record({
        sku: fc.constantFrom('A', 'B', 'C', 'D').map((sku) => sku as Sku),
        quantity: fc.integer({ min: 1, max: 8 }),
        unitWeight: fc.integer({ min: 0, max: 900 }).map(grams),
      }),
      { selector: ({ sku }) => sku, minLength: 1 },
    )
    fc.assert(
      fc.property(contents, fc.integer({ min: 1, max: 9_000 }), (inside, excess) => {
        const units = inside.flatMap(({ quantity, unitWeight }) =>
          Array.from({ length: quantity }, () => unitWeight as number),
        )
        const heaviestFirst = units.toSorted((a, b) => b - a)
        const most = heaviestFirst.slice(0, -1).reduce((sum, weight) => sum + weight, 0)
        const out = overLimitRemedy(grams(30_000 + excess), limits.maxGross, inside)
        const weights = out.flatMap(({ sku, units: count }) => {
          const found = inside.find((one) => one.sku === sku)
          expect(count).toBeLessThanOrEqual(found?.quantity ?? 0)
          return Array.from({ length: count }, () => found?.unitWeight ?? 0)
        })
        const removed = weights.reduce<number>((sum, weight) => sum + weight, 0)
        if (most < excess) {
          expect(out).toEqual([])
        } else {
          expect(removed).toBeGreaterThanOrEqual(excess)
          expect(removed - Math.min(...weights)).toBeLessThan(excess)
          expect(weights.length).toBeLessThan(units.length)
          if (out.length > 1) expect(weights.length).toBe(fewest(heaviestFirst, excess))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('mixing', () => {
  test('a separated pair conflicts whichever came first, and nothing else does', () => {
    expect(mixingConflict(limits, ['general', 'liquid'], 'battery')).toBe('liquid')
    expect(mixingConflict(limits, ['battery'], 'liquid')).toBe('battery')
    for (const next of cargoClasses) expect(mixingConflict(limits, ['general'], next)).toBeNull()
    expect(mixingConflict(limits, [], 'battery')).toBeNull()
    expect(mixingConflict(limits, ['battery'], 'battery')).toBeNull()
  })
})
