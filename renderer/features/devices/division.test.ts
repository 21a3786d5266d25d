import { expect, it } from 'vitest'
import { divisionOf, readDivision } from './division.ts'

it('is the largest step that every reading is a multiple of', () => {
  expect(divisionOf([0, 590, 1_650, 2_350, 2_350])).toBe(10)
  expect(divisionOf([0, -5, 20, 25])).toBe(5)
})

it('is not guessed from a few', () => {
  expect(divisionOf([2_350, 2_350, 2_350])).toBeNull()
  expect(divisionOf([0, 2_000, 4_000])).toBeNull()
})

it.each([
  ['', null],
  ['  ', null],
  ['5', 5],
  [' 1000 ', 1_000],
  ['0', undefined],
  ['1001', undefined],
  ['10.5', undefined],
  ['-5', undefined],
  ['5 g', undefined],
])('a division typed as %j is %j', (text, grams) => {
  expect(readDivision(text)).toBe(grams)
})
