import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cartonUnits } from './carton.ts'
import type { Sku } from './order.ts'
import { compareCount, countAgrees, countOf } from './recount.ts'

const sku = fc.constantFrom('A', 'B', 'C', 'D').map((name) => name as Sku)
const scans = fc.array(fc.record({ sku, units: fc.integer({ min: 1, max: 20 }) }))

test('a count agrees with the carton it was made of, in whatever order it was scanned', () => {
  fc.assert(
    fc.property(scans, (made) => {
      const compared = compareCount(countOf(made), made.toReversed())
      expect(countAgrees(compared)).toBe(true)
    }),
  )
})

test('every unit counted or expected stands in the comparison once', () => {
  fc.assert(
    fc.property(scans, scans, (packed, counted) => {
      const expected = countOf(packed)
      const compared = compareCount(expected, counted)
      expect(new Set(compared.map((line) => line.sku)).size).toBe(compared.length)
      const sum = (of: 'expected' | 'counted') =>
        compared.reduce((units, line) => units + line[of], 0)
      expect(sum('expected')).toBe(cartonUnits(expected))
      expect(sum('counted')).toBe(cartonUnits(countOf(counted)))
    }),
  )
})

test('one unit too many or too few is never agreement', () => {
  fc.assert(
    fc.property(scans, sku, (packed, extra) => {
      const more = [...packed, { sku: extra, units: 1 }]
      expect(countAgrees(compareCount(countOf(packed), more))).toBe(false)
      expect(countAgrees(compareCount(countOf(more), packed))).toBe(false)
    }),
  )
})
