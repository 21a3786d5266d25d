import { describe, expect, it } from 'vitest'
import type { BoxType } from './carton.ts'
import type { CartonLimits } from './limits.ts'
import { boxChoices, suggestBox } from './suggest-box.ts'
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

const load = (quantity: number, net: number) => ({ goods: mugs(quantity), net })
const suggested = (current: BoxType, quantity: number, net: number, isPacked = true) =>
  suggestBox({ current, load: load(quantity, net), isPacked, boxTypes: boxes, limits })

describe('the box to take', () => {
  it('is the one with the least chargeable weight that surely holds the goods', () => {
    // 16 kg by volume in the large box, 6 kg in the medium, 2.5 kg in the small one.
    expect(suggested(large, 8, 2_000)).toEqual({
      boxType: small,
      chargeable: 2_500,
      why: 'cheaper',
    })
    expect(suggested(large, 20, 8_000)).toEqual({
      boxType: medium,
      chargeable: 8_600,
      why: 'cheaper',
    })
  })

  it('is the one in hand where nothing smaller holds them, or little is saved', () => {
    expect(suggested(large, 90, 18_850)).toMatchObject({ boxType: large, why: 'holds' })
    expect(suggested(small, 8, 2_790)).toMatchObject({ boxType: small, why: 'holds' })
  })

  it('has more room where goods are still to go in', () => {
    expect(suggested(small, 13, 3_000, false)).toMatchObject({ boxType: medium, why: 'room' })
    expect(suggested(small, 400, 3_000, false)).toBeNull()
  })

  it('is believed to hold what is in it, as long as it can', () => {
    expect(suggested(small, 13, 3_000)).toMatchObject({ boxType: small, why: 'holds' })
    expect(suggested(small, 15, 3_000)).toMatchObject({ boxType: medium, why: 'room' })
  })

  it('is told with what speaks against the others', () => {
    const choices = boxChoices(load(13, 29_200), boxes, limits)
    expect(choices.map(({ boxType, obstacle }) => [boxType.id, obstacle])).toEqual([
      ['L', { kind: 'too-heavy', gross: 30_350, max: 30_000 }],
      ['S', { kind: 'too-full', share: 91 }],
      ['M', null],
    ])
  })
})
