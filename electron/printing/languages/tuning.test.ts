import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { checkTuning, untuned } from './tuning.ts'

const scales = {
  speed: { least: 1, most: 6, step: 0.5 },
  darkness: { least: 0, most: 15, step: 1 },
}

test('what is on the scale is taken', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer({ min: 2, max: 12 }), (x, y, halves) => {
      checkTuning({ offsetX: x, offsetY: y, speed: halves / 2, darkness: halves }, scales)
      checkTuning({ offsetX: x, offsetY: y }, {})
    }),
  )
})

test.each([
  ['offsetX', { ...untuned, offsetX: 0.5 }, 'whole number of dots'],
  ['offsetY', { ...untuned, offsetY: Number.NaN }, 'whole number of dots'],
  ['speed', { ...untuned, speed: 0.5 }, 'from 1 to 6 in steps of 0.5'],
  ['speed', { ...untuned, speed: 6.5 }, 'from 1 to 6'],
  ['speed', { ...untuned, speed: 2.2 }, 'in steps of 0.5'],
  ['darkness', { ...untuned, darkness: -1 }, 'from 0 to 15'],
  ['darkness', { ...untuned, darkness: Number.POSITIVE_INFINITY }, 'from 0 to 15'],
])('a wrong %s is refused by its name: %j', (path, tuning, reason) => {
  expect(() => checkTuning(tuning, scales)).toThrow(AppError)
  expect(() => checkTuning(tuning, scales)).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      details: { path, reason: expect.stringContaining(reason) as string },
    }) as Error,
  )
})

test.each(['speed', 'darkness'] as const)('%s is refused where it cannot be set', (path) => {
  expect(() => checkTuning({ ...untuned, [path]: 4 }, {})).toThrow(path)
})
