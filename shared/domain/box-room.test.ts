import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxObstacle, filledShare, insideOf, stacksIn } from './box-room.ts'
import type { BoxType } from './carton.ts'
import type { CartonLimits } from './limits.ts'
import { grams, millimetres, type Size } from './units.ts'

const size = (length: number, width: number, height: number): Size => ({
  length: millimetres(length),
  width: millimetres(width),
  height: millimetres(height),
})
const box = (outside: Size, inner?: Size): BoxType => ({
  id: 'B',
  nameZh: '箱',
  nameEn: 'Box',
  size: outside,
  tare: grams(500),
  ...(inner === undefined ? {} : { inner }),
})
const limits: CartonLimits = {
  maxGross: grams(30_000),
  maxSide: millimetres(1_200),
  volumetricDivisor: 6_000,
  separated: [],
}
const some = (quantity: number, ...sides: [number, number, number]) => [
  { quantity, size: size(...sides) },
]

describe('the inside of a box', () => {
  it('is as stated, or the outside less two walls', () => {
    expect(insideOf(box(size(300, 250, 200)))).toEqual(size(280, 230, 180))
    expect(insideOf(box(size(300, 250, 200), size(290, 240, 185)))).toEqual(size(290, 240, 185))
  })

  it('is filled to a share of its volume', () => {
    expect(filledShare(box(size(220, 220, 220)), some(4, 100, 100, 100))).toBe(50)
    expect(filledShare(box(size(220, 220, 220)), some(9, 100, 100, 100))).toBe(113)
  })
})

describe('goods', () => {
  it('stack in whole layers, whichever way they are turned', () => {
    expect(stacksIn(size(280, 230, 180), some(8, 100, 90, 90))).toBe(true)
    expect(stacksIn(size(280, 230, 180), some(13, 100, 90, 90))).toBe(false)
    expect(stacksIn(size(180, 230, 280), some(8, 100, 90, 90))).toBe(true)
  })

  it.each([
    [some(1, 290, 50, 50), 10_000, { kind: 'too-long', longest: 290 }],
    [some(1, 10, 10, 10), 29_600, { kind: 'too-heavy', gross: 30_100, max: 30_000 }],
    [some(13, 100, 90, 90), 1_000, { kind: 'too-full', share: 91 }],
    // 62 % in odd pieces, none longer than half the box.
    [some(90, 50, 40, 40), 1_000, null],
    // As much in bulky ones that do not go in side by side.
    [some(2, 160, 150, 150), 1_000, { kind: 'too-full', share: 63 }],
  ])('%j of %d g', (goods, net, obstacle) => {
    expect(boxObstacle(box(size(300, 250, 200)), { goods, net }, limits)).toEqual(obstacle)
  })

  it('do not go in a box that the destination refuses', () => {
    expect(
      boxObstacle(box(size(1_300, 250, 200)), { goods: some(1, 9, 9, 9), net: 1 }, limits),
    ).toEqual({ kind: 'too-large', actual: 1_300, max: 1_200 })
  })

  it('never surely fit where their volume or a side does not, and fit a larger box whenever a smaller one', () => {
    const side = fc.integer({ min: 25, max: 500 })
    const kind = fc.record({
      quantity: fc.integer({ min: 1, max: 40 }),
      size: fc.tuple(side, side, side).map((sides) => size(...sides)),
    })
    fc.assert(
      fc.property(
        fc.tuple(side, side, side),
        fc.array(kind, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 200 }),
        ([a, b, c], goods, more) => {
          const small = box(size(a, b, c))
          if (boxObstacle(small, { goods, net: 100 }, limits) !== null) return
          expect(filledShare(small, goods)).toBeLessThanOrEqual(100)
          for (const { size: unit } of goods) {
            expect(Math.max(unit.length, unit.width, unit.height)).toBeLessThan(Math.max(a, b, c))
          }
          const large = box(size(a + more, b + more, c + more))
          expect(boxObstacle(large, { goods, net: 100 }, limits)).toBeNull()
        },
      ),
    )
  })
})
