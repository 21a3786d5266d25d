import { describe, expect, it } from 'vitest'
import { scrollFor, windowRange } from './window-range.ts'

describe('windowRange', () => {
  it('draws the rows in sight and a few beyond each edge', () => {
    expect(windowRange(5_000, 80, 8_000, 400)).toEqual({ from: 94, to: 111 })
  })
  it('never leaves the list', () => {
    expect(windowRange(3, 80, 0, 400)).toEqual({ from: 0, to: 3 })
    expect(windowRange(3, 80, 99_999, 400)).toEqual({ from: 0, to: 3 })
  })
  it('draws something before anything is measured', () => {
    expect(windowRange(5_000, 0, 0, 0)).toEqual({ from: 0, to: 12 })
  })
})

describe('scrollFor', () => {
  it('leaves a row alone that is in sight', () => {
    expect(scrollFor(3, 80, 0, 400)).toBeNull()
  })
  it('brings a row into sight with its neighbour', () => {
    expect(scrollFor(10, 80, 0, 400)).toBe(560)
    expect(scrollFor(2, 80, 800, 400)).toBe(80)
  })
})
