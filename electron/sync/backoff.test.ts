import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

const limits = { base: 500, cap: 15_000 }
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('backoff', () => {
  test('stays between nothing and the cap, however often it failed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), random, (failures, chance) => {
        const wait = backoffMs(failures, chance, limits)
        expect(Number.isInteger(wait)).toBe(true)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(limits.cap)
      }),
    )
  })

  test('never waits less after one more failure, for the same chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), random, (failures, chance) => {
        expect(backoffMs(failures + 1, chance, limits)).toBeGreaterThanOrEqual(
          backoffMs(failures, chance, limits),
        )
      }),
    )
  })

  test('doubles until the cap', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7].map((failures) => backoffMs(failures, 0.999_999, limits))
    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000])
  })
})
