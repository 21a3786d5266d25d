import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blacken, createBitmap } from '../bitmap.ts'
import { inkBands } from './ink-bands.ts'

test('bands hold all the ink, none of the blank rows about it, and no more bytes than may be', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 30 }),
  })
  const dots = fc.array(fc.record({ x: fc.nat(39), y: fc.nat(29) }), { maxLength: 8 })
  fc.assert(
    fc.property(size, dots, fc.integer({ min: 5, max: 80 }), ({ width, height }, ink, most) => {
      const bitmap = createBitmap(width, height)
      for (const { x, y } of ink) blacken(bitmap, { x, y, width: 1, height: 1 })
      const { stride } = bitmap
      const again = createBitmap(width, height)
      for (const { top, rows, data } of inkBands(bitmap, most)) {
        expect(data.length).toBe(rows * stride)
        expect(data.length).toBeLessThanOrEqual(most)
        expect(data.subarray(0, stride).some((byte) => byte !== 0)).toBe(true)
        expect(data.subarray(-stride).some((byte) => byte !== 0)).toBe(true)
        again.data.set(data, top * stride)
      }
      expect(again).toEqual(bitmap)
    }),
    { numRuns: 300 },
  )
})
