import { expect, test } from 'vitest'
import { createVirtualScale } from './virtual-scale.ts'
import type { ScaleReading } from '#shared/domain/scale-reading.ts'
import { createManualTicker } from '#tests/support/manual-ticker.ts'

const open = () => {
  const time = createManualTicker()
  const scale = createVirtualScale(time)
  const readings: ScaleReading[] = []
  scale.onReading((reading) => readings.push(reading))
  const next = (count: number): readonly (readonly [number, boolean])[] => {
    readings.length = 0
    time.advance(count * 125)
    return readings.map(({ grams, stable }) => [grams, stable])
  }
  return { scale, next }
}

test('a load comes to rest within about half a second, always in the same way', () => {
  const { scale, next } = open()
  scale.place(10_004)
  expect(next(6)).toEqual([
    [2_500, false],
    [7_000, false],
    [10_000, false],
    [10_000, false],
    [10_000, true],
    [10_000, true],
  ])
})

test('placing the next load lifts the last one off first, even one of the same weight', () => {
  const { scale, next } = open()
  scale.place(5_000)
  next(8)
  scale.place(5_000)
  expect(next(7).map(([grams]) => grams)).toEqual([2_000, 0, 1_250, 3_500, 5_000, 5_000, 5_000])
})

test('sends eight readings a second', () => {
  expect(open().next(8)).toHaveLength(8)
})

test('clearing in the middle of a load goes back to zero', () => {
  const { scale, next } = open()
  scale.place(20_000)
  next(2)
  scale.clear()
  expect(next(3).at(-1)).toEqual([0, true])
})
