import { describe, expect, it } from 'vitest'
import { cutMiddle, splitTail } from './cut-name.ts'

describe('cutMiddle', () => {
  it('leaves a name alone that fits', () => {
    expect(cutMiddle('便携蓝牙音箱 黑色', 44)).toBe('便携蓝牙音箱 黑色')
  })
  it('keeps the end, where look-alikes differ', () => {
    const cut = cutMiddle(`${'超长商品名称'.repeat(10)} 黑色 XL`, 44)
    expect(cut).toMatch(/^超长.+….*黑色 XL$/)
    expect(cut.length).toBeLessThan(30)
  })
  it('never cuts inside an emoji', () => {
    const cut = cutMiddle('👩‍👩‍👧‍👦'.repeat(40), 44)
    expect(cut.replaceAll('👩‍👩‍👧‍👦', '')).toBe('…')
  })
  it('leaves right-to-left names whole: cut pieces would change places', () => {
    const name = 'مرحبا بالعالم '.repeat(8)
    expect(cutMiddle(name, 44)).toBe(name)
  })
})

describe('splitTail', () => {
  it('gives both parts of the name, nothing lost', () => {
    const name = 'Portable Bluetooth Speaker, Black'
    expect(splitTail(name).join('')).toBe(name)
    expect(splitTail(name)[1]).not.toBe('')
  })
  it('does not split a short name', () => {
    expect(splitTail('充电线 2m')).toEqual(['充电线 2m', ''])
  })
})
