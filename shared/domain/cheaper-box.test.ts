import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoxType } from './carton.ts'
import { cheaperBox, surelyFits } from './cheaper-box.ts'
import type { CartonLimits } from './limits.ts'
import { grams, millimetres, type Size } from './units.ts'

const size = (length: number, width: number, height: number): Size => ({
  length: millimetres(length),
  width: millimetres(width),
  height: millimetres(height),
})
const box = (id: string, outside: Size, tare: number): BoxType => ({
  id,
  nameZh: id,
  nameEn: id,
  size: outside,
  tare: grams(tare),
})
const large = box('L', size(600, 400, 400), 1_150)
const medium = box('M', size(400, 300, 300), 600)
const small = box('S', size(300, 250, 200), 360)
const boxes = [large, small, medium]
const limits: CartonLimits = {
  maxGross: grams(30_000),
  maxSide: millimetres(1_200),
  volumetricDivisor: 6_000,
  separated: [],
}
const mugs = (quantity: number) => [{ quantity, size: size(100, 90, 90) }]

describe('a box', () => {
  it('surely holds what stands in it in whole layers, whichever way it is turned', () => {
    expect(surelyFits(small.size, mugs(8))).toBe(true)
    expect(surelyFits(small.size, mugs(13))).toBe(false)
    expect(surelyFits(size(200, 250, 300), mugs(8))).toBe(true)
    expect(surelyFits(small.size, [{ quantity: 1, size: size(290, 50, 50) }])).toBe(false)
  })

  it('holds no more than its volume', () => {
    const side = fc.integer({ min: 5, max: 500 })
    fc.assert(
      fc.property(
        fc.tuple(side, side, side),
        fc.array(
          fc.record({
            quantity: fc.integer({ min: 1, max: 40 }),
            sides: fc.tuple(side, side, side),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (outside, kinds) => {
          const goods = kinds.map(({ quantity, sides }) => ({ quantity, size: size(...sides) }))
          const volume = kinds.reduce(
            (sum, { quantity, sides: [a, b, c] }) => sum + quantity * a * b * c,
            0,
          )
          const [a, b, c] = outside
          expect(!surelyFits(size(...outside), goods) || volume <= a * b * c).toBe(true)
        },
      ),
    )
  })
})

describe('a cheaper box', () => {
  it('is the one with the least chargeable weight that holds the goods', () => {
    // 16 kg by volume in the large box, 6 kg in the medium, 2.5 kg in the small one.
    expect(cheaperBox(large, grams(3_150), mugs(8), boxes, limits)).toEqual({
      boxType: small,
      chargeable: 2_500,
    })
    expect(cheaperBox(large, grams(9_150), mugs(20), boxes, limits)).toEqual({
      boxType: medium,
      chargeable: 8_600,
    })
  })

  it('is none where nothing smaller holds them, or none costs less', () => {
    expect(cheaperBox(large, grams(20_000), mugs(90), boxes, limits)).toBeNull()
    expect(cheaperBox(small, grams(3_150), mugs(8), boxes, limits)).toBeNull()
  })
})
