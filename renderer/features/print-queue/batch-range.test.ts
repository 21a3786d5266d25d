import { describe, expect, it } from 'vitest'
import { labelView } from '#tests/support/bench-views.ts'
import { openIn, rangeToPrint, typedNumber } from './batch-range.ts'

const carton = (cartonNo: number, ...states: readonly ('sent' | 'withdrawn' | 'allocated')[]) => ({
  cartonNo,
  code: states.length === 0 ? null : `LS${cartonNo}`,
  labels: states.map((state) => labelView({ state })),
})

describe('the range of a batch', () => {
  it('begins at the first carton without marks and ends at the last', () => {
    const cartons = [
      carton(1, 'sent'),
      carton(2),
      carton(3, 'allocated'),
      carton(4),
      carton(5, 'sent'),
    ]
    expect(rangeToPrint(cartons, 200)).toEqual({ from: 2, to: 4 })
    expect(openIn(cartons, 2, 4)).toBe(2)
  })

  it('takes in a carton whose marks were all taken back', () => {
    expect(rangeToPrint([carton(1, 'sent'), carton(2, 'withdrawn', 'withdrawn')], 200)).toEqual({
      from: 2,
      to: 2,
    })
  })

  it('spans no more numbers than are printed at once', () => {
    const cartons = Array.from({ length: 12 }, (_, index) => carton(index * 2 + 1))
    expect(rangeToPrint(cartons, 10)).toEqual({ from: 1, to: 9 })
  })

  it('is none when all have their marks', () => {
    expect(rangeToPrint([carton(1, 'sent')], 200)).toBeNull()
    expect(rangeToPrint([], 200)).toBeNull()
  })

  it.each([
    ['7', 7],
    [' 12 ', 12],
    ['0', null],
    ['-1', null],
    ['1.5', null],
    ['', null],
    ['1234567', null],
  ])('reads %j as %j', (text, number) => {
    expect(typedNumber(text)).toBe(number)
  })
})
