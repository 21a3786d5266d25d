import { describe, expect, it } from 'vitest'
import { lookAlike } from './look-alike.ts'

const ordered = [
  { sku: 'BK', name: '便携蓝牙音箱 黑色' },
  { sku: 'CBL', name: 'Type-C 充电线 2m' },
  { sku: 'TWL', name: 'Bath Towel 70×140 cm, White' },
]

describe('lookAlike', () => {
  it('finds the words in which two names differ', () => {
    expect(lookAlike('便携蓝牙音箱 白色', ordered)).toEqual({
      scanned: '白色',
      wanted: '黑色',
      sku: 'BK',
    })
    expect(lookAlike('Type-C 充电线 1m', ordered)).toEqual({
      scanned: '1m',
      wanted: '2m',
      sku: 'CBL',
    })
    expect(lookAlike('Bath Towel 70×140 cm, Grey', ordered)?.scanned).toBe('Grey')
  })
  it('finds none where too little is shared', () => {
    expect(lookAlike('猫砂盆 黑色 大号', ordered)).toBeNull()
    expect(lookAlike('露营灯', ordered)).toBeNull()
  })
  it('takes the same name for no difference', () => {
    expect(lookAlike('便携蓝牙音箱 黑色', ordered)).toBeNull()
  })
  it('bears an empty name', () => {
    expect(lookAlike('', ordered)).toBeNull()
  })
})
