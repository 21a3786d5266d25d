import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BoxType } from './carton.ts'
import { measureFault } from './measured-size.ts'
import { grams, millimetres, type Size } from './units.ts'

const size = (length: number, width: number, height: number): Size => ({
  length: millimetres(length),
  width: millimetres(width),
  height: millimetres(height),
})
const box: BoxType = {
  id: 'C60-40-30',
  nameZh: '箱',
  nameEn: 'Box',
  size: size(600, 400, 300),
  tare: grams(900),
}

it.each([
  [size(600, 400, 300), null],
  [size(655, 430, 345), null],
  // Whichever side the packer calls its length.
  [size(345, 655, 430), null],
  [size(595, 390, 280), null],
  [size(595, 390, 279), 'measured-too-small'],
  [size(500, 400, 300), 'measured-too-small'],
  [size(750, 400, 300), null],
  [size(751, 400, 300), 'measured-absurd'],
  [size(6_000, 4_000, 3_000), 'measured-absurd'],
])('%j', (measured, fault) => {
  expect(measureFault(box, measured)).toBe(fault)
})

it('takes any box that bulges a little, however it is turned', () => {
  const side = fc.integer({ min: 1, max: 1_500 })
  const bulge = fc.integer({ min: -20, max: 150 })
  fc.assert(
    fc.property(
      fc.tuple(side, side, side),
      fc.tuple(bulge, bulge, bulge),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      (sides, bulges, turn) => {
        const [a, b, c] = turn.map((at) => Math.max(1, sides[at]! + bulges[at]!))
        const fault = measureFault({ ...box, size: size(...sides) }, size(a!, b!, c!))
        expect(fault).toBeNull()
      },
    ),
  )
})
