import type { ScaleReading } from './scale-reading.ts'

/** For scales that do not say whether they are at rest: they are when every reading of this time was the same. */
export const stability = { ms: 500, readings: 3 } as const

/** What the scale has shown since it last changed. */
export interface Stability {
  readonly grams: number
  readonly since: number
  readonly readings: number
}

/** @param at monotonic milliseconds */
export const settle = (before: Stability | null, grams: number, at: number): Stability =>
  before?.grams === grams
    ? { ...before, readings: before.readings + 1 }
    : { grams, since: at, readings: 1 }

export const isAtRest = ({ since, readings }: Stability, at: ScaleReading['at']): boolean =>
  readings >= stability.readings && at - since >= stability.ms
