import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cameraTrouble, photoSize } from './camera.ts'

test('a photo keeps the shape of its picture and is at most 1920 pixels long', () => {
  expect(photoSize(1280, 720)).toEqual({ width: 1280, height: 720 })
  expect(photoSize(3840, 2160)).toEqual({ width: 1920, height: 1080 })
  expect(photoSize(1080, 3840)).toEqual({ width: 540, height: 1920 })
  const side = fc.integer({ min: 1, max: 8_192 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const photo = photoSize(width, height)
      expect(Math.max(photo.width, photo.height)).toBeLessThanOrEqual(1920)
      expect(Math.abs(photo.width * height - photo.height * width)).toBeLessThanOrEqual(
        Math.max(width, height),
      )
    }),
  )
})

test('why there is no picture is told apart, and what nobody knows is said as that', () => {
  const named = (name: string): Error => Object.assign(new Error('no'), { name })
  expect(cameraTrouble(named('NotFoundError'))).toBe('absent')
  expect(cameraTrouble(named('NotReadableError'))).toBe('busy')
  expect(cameraTrouble(named('NotAllowedError'))).toBe('refused')
  expect(cameraTrouble(new TypeError('mediaDevices is undefined'))).toBe('failed')
  expect(cameraTrouble('?')).toBe('failed')
})
