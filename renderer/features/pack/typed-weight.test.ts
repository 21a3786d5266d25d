import { expect, it } from 'vitest'
import { gramsOf } from './typed-weight.ts'

it.each([
  ['21.38', 21_380],
  ['21,38', 21_380],
  ['21。5', 21_500],
  [' 7 ', 7_000],
  ['0.001', 1],
  ['200', 200_000],
])('reads %j kg as %i g', (text, grams) => {
  expect(gramsOf(text)).toBe(grams)
})

it.each(['', '.', '0', '-3', '1e3', '200.001', '12.3456', '二十', '1.2.3'])(
  'takes %j for no weight',
  (text) => {
    expect(gramsOf(text)).toBeNull()
  },
)
