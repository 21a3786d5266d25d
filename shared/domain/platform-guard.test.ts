import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGuard, differentFrom, observe, sealed, weightFor } from './platform-guard.ts'
import type { ScaleReading } from './scale-reading.ts'
import { grams } from './units.ts'

const stable = (weight: number): ScaleReading => ({
  grams: weight,
  stable: true,
  net: false,
  at: 0,
})
const moving = (weight: number): ScaleReading => ({ ...stable(weight), stable: false })
const after = (lastSealed: number | null, ...readings: readonly ScaleReading[]) =>
  weightFor(readings.reduce(observe, createGuard(lastSealed === null ? null : grams(lastSealed))))

const carton = fc.integer({ min: 200, max: 60_000 })

describe('the weight that counts for a carton', () => {
  test('is the first stable one before anything was sealed', () => {
    expect(after(null, stable(0), moving(4_000), stable(12_340))).toBe(12_340)
  })

  test('is none while the platform moves, is empty, or shows a net weight', () => {
    expect(after(null)).toBe('empty')
    expect(after(null, stable(0))).toBe('empty')
    expect(after(null, stable(-40))).toBe('empty')
    expect(after(null, moving(12_340))).toBe('moving')
    expect(after(null, { ...stable(12_340), net: true })).toBe('tared')
  })

  test('is never that of the carton that still stands there, however it is pressed and leaned on', () => {
    const swing = fc.tuple(fc.double({ min: 0.5, max: 3, noNaN: true }), fc.boolean())
    fc.assert(
      fc.property(carton, fc.array(swing), fc.boolean(), (weight, swings, restarted) => {
        const before = restarted
          ? createGuard(grams(weight))
          : sealed(observe(createGuard(null), stable(weight)), grams(weight))
        const pressed = swings.reduce(
          (guard, [factor]) => observe(guard, moving(Math.ceil(weight * factor))),
          before,
        )
        const rest = observe(pressed, stable(weight))
        expect(weightFor(rest)).toBe('same-as-last')
      }),
    )
  })

  test('is not freed by a hand that rested on the carton', () => {
    expect(after(10_000, stable(12_000), stable(10_000))).toBe('same-as-last')
  })

  test('counts for a carton of the same weight once the last one was taken off', () => {
    fc.assert(
      fc.property(carton, fc.boolean(), (weight, rested) => {
        const off = rested ? stable(0) : moving(Math.floor(weight * 0.4))
        expect(after(weight, stable(weight), off, moving(weight), stable(weight))).toBe(weight)
      }),
    )
  })

  test('counts when it differs enough, even if the scale never showed an empty platform', () => {
    fc.assert(
      fc.property(carton, carton, (last, next) => {
        const differs = Math.abs(last - next) >= differentFrom || next < last / 2
        expect(after(last, stable(last), stable(next))).toBe(differs ? next : 'same-as-last')
      }),
    )
  })

  test('counts once: after sealing, the same reading is that of the last carton', () => {
    fc.assert(
      fc.property(carton, (weight) => {
        const weighed = observe(createGuard(null), stable(weight))
        expect(weightFor(weighed)).toBe(weight)
        expect(weightFor(sealed(weighed, grams(weight)))).toBe('same-as-last')
      }),
    )
  })

  test('does not come from a carton whose weight was typed and that still stands there', () => {
    const typed = sealed(observe(createGuard(null), stable(12_000)), grams(10_000))
    expect(weightFor(observe(typed, stable(12_000)))).toBe('same-as-last')
    const elsewhere = sealed(observe(createGuard(null), stable(0)), grams(10_000))
    expect(weightFor(observe(elsewhere, stable(10_000)))).toBe(10_000)
  })

  test('silence forgets the reading, not what was sealed', () => {
    const silent = observe(observe(createGuard(grams(9_000)), stable(9_000)), null)
    expect(weightFor(silent)).toBe('empty')
    expect(weightFor(observe(silent, stable(9_000)))).toBe('same-as-last')
  })
})
