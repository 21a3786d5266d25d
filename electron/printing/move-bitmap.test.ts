import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bitmap, blacken, createBitmap } from './bitmap.ts'
import { moveBitmap } from './move-bitmap.ts'

const dots = (bitmap: Bitmap): readonly string[] => {
  const found: string[] = []
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.stride * 8; x += 1) {
      const byte = bitmap.data[y * bitmap.stride + (x >> 3)] ?? 0
      if (((byte >> (7 - (x & 7))) & 1) === 1) found.push(`${x},${y}`)
    }
  }
  return found
}

test('every dot is moved, or none where one would leave the label', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 12 }),
  })
  const places = fc.array(fc.record({ x: fc.nat(39), y: fc.nat(11) }), { maxLength: 5 })
  const way = fc.integer({ min: -45, max: 45 })
  fc.assert(
    fc.property(size, places, way, way, ({ width, height }, ink, right, down) => {
      const bitmap = createBitmap(width, height)
      const inside = ink.filter(({ x, y }) => x < width && y < height)
      for (const { x, y } of inside) blacken(bitmap, { x, y, width: 1, height: 1 })
      const targets = inside.map(({ x, y }) => ({ x: x + right, y: y + down }))
      const fits = targets.every(({ x, y }) => x >= 0 && y >= 0 && x < width && y < height)
      const moved = moveBitmap(bitmap, right, down)
      const wanted = new Set(targets.map(({ x, y }) => `${x},${y}`))
      expect(moved === null ? null : dots(moved).toSorted()).toEqual(
        fits ? [...wanted].toSorted() : null,
      )
    }),
    { numRuns: 500 },
  )
})
