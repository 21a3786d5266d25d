import { describe, expect, it } from 'vitest'
import { centimetres, kilograms, localName, plainKilograms, shortCode } from './format.ts'

describe('what the packer reads', () => {
  it('weights have two decimals, three where grams count', () => {
    expect(kilograms(21_380)).toBe('21.38')
    expect(kilograms(21_385)).toBe('21.385')
    expect(kilograms(0)).toBe('0.00')
  })
  it('limits have no needless zeros', () => {
    expect(plainKilograms(30_000)).toBe('30')
    expect(plainKilograms(22_500)).toBe('22.5')
  })
  it('sizes are centimetres', () => {
    expect(centimetres({ length: 600, width: 405, height: 400 })).toBe('60×40.5×40')
  })
  it('a missing name falls back to the other language', () => {
    expect(localName('en', '音箱', ' ')).toBe('音箱')
    expect(localName('zh-CN', '音箱', 'Speaker')).toBe('音箱')
  })
  it('long codes are known by their ends', () => {
    expect(shortCode('6925340310318')).toBe('6925…0318')
    expect(shortCode('X002K1V9QF')).toBe('X002K1V9QF')
  })
})
