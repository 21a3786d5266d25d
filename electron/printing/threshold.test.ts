import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitmapOfPixels } from './threshold.ts'

test('a dot prints where its pixel is darker than two thirds, whatever the width', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 35 }),
    height: fc.integer({ min: 1, max: 6 }),
  })
  const greys = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0, 175, 176, 255)), {
    minLength: 210,
    maxLength: 210,
  })
  fc.assert(
    fc.property(size, greys, ({ width, height }, grey) => {
      const pixels = Uint8ClampedArray.from(
        grey.slice(0, width * height).flatMap((value) => [value, value, value, 255]),
      )
      const { stride, data } = bitmapOfPixels(pixels, width, height)
      expect(stride).toBe(Math.ceil(width / 8))
      const dots = Array.from({ length: height }, (_none, y) =>
        Array.from({ length: stride * 8 }, (_blank, x) => {
          const black = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
          // Beside the label nothing prints.
          return black === (x < width && (grey[y * width + x] ?? 255) < 176 ? 1 : 0)
        }),
      )
      expect(dots.flat()).not.toContain(false)
    }),
  )
})
