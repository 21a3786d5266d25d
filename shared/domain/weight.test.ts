import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grams } from './units.ts'
import { deviates, expectedGross, weightTolerance } from './weight.ts'

const units = fc.record({
  quantity: fc.integer({ min: 1, max: 500 }),
  unitWeight: fc.integer({ min: 0, max: 30_000 }).map(grams),
})

describe('expected weight', () => {
  test('is tare plus every unit', () => {
    const items = [
      { quantity: 12, unitWeight: grams(480) },
      { quantity: 1, unitWeight: grams(75) },
    ]
    expect(expectedGross(grams(1_050), items)).toBe(6_885)
    expect(expectedGross(grams(1_050), [])).toBe(1_050)
  })

  test('does not depend on how the units are listed', () => {
    fc.assert(
      fc.property(fc.array(units), (items) => {
        const singly = items.flatMap(({ quantity, unitWeight }) =>
          Array.from({ length: quantity }, () => ({ quantity: 1, unitWeight })),
        )
        expect(expectedGross(grams(0), singly.toReversed())).toBe(expectedGross(grams(0), items))
      }),
      { numRuns: 30 },
    )
  })
})

describe('tolerance', () => {
  test('is the largest of two divisions, 1.5 % of the goods and 30 g', () => {
    const light = [{ quantity: 1, unitWeight: grams(100) }]
    expect(weightTolerance(light, grams(10))).toBe(30)
    expect(weightTolerance(light, grams(50))).toBe(100)
    expect(weightTolerance([{ quantity: 40, unitWeight: grams(501) }], grams(10))).toBe(301)
  })

  test('never shrinks when units are added, and is a whole number', () => {
    fc.assert(
      fc.property(fc.array(units), units, (items, more) => {
        const before = weightTolerance(items, grams(10))
        expect(weightTolerance([...items, more], grams(10))).toBeGreaterThanOrEqual(before)
        expect(Number.isInteger(before)).toBe(true)
      }),
    )
  })

  test('a weight at the tolerance is right, one gram beyond deviates, both ways', () => {
    expect(deviates(grams(1_030), grams(1_000), grams(30))).toBe(false)
    expect(deviates(grams(970), grams(1_000), grams(30))).toBe(false)
    expect(deviates(grams(1_031), grams(1_000), grams(30))).toBe(true)
    expect(deviates(grams(969), grams(1_000), grams(30))).toBe(true)
  })
})
