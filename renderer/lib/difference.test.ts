import { expect, it } from 'vitest'
import { differenceOf } from './difference.ts'

it('tells in colour, symbol and words by how many units a count is off', () => {
  expect(differenceOf(12, 11)).toMatchObject({
    tone: 'bad',
    symbol: 'cross',
    sentence: { key: 'difference.short', values: { count: 1 } },
  })
  expect(differenceOf(0, 2)).toMatchObject({
    tone: 'warn',
    symbol: 'warning',
    sentence: { key: 'difference.over', values: { count: 2 } },
  })
  expect(differenceOf(3, 3)).toMatchObject({ tone: 'ok', sentence: { key: 'difference.none' } })
})
