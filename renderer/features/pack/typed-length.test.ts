import { expect, it } from 'vitest'
import { millimetresOf } from './typed-length.ts'

it.each([
  ['62', 620],
  ['62.5', 625],
  ['62,5', 625],
  [' 41。2 ', 412],
  ['0.1', 1],
])('reads %j cm as %i mm', (text, millimetres) => {
  expect(millimetresOf(text)).toBe(millimetres)
})

it.each(['', '0', '62.55', '1000', '-4', '6e1', '六十'])('takes %j for no length', (text) => {
  expect(millimetresOf(text)).toBeNull()
})
