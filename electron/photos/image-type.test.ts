import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imageTypeOf } from './image-type.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

test('pictures are known by their first bytes', () => {
  expect(imageTypeOf(bytes('\u0089PNG\r\n\u001a\n....'))).toBe('png')
  expect(imageTypeOf(bytes('\u00ff\u00d8\u00ff\u00e0...'))).toBe('jpeg')
  expect(imageTypeOf(bytes('RIFF\u0000\u0000\u0000\u0000WEBPVP8 '))).toBe('webp')
})

test('nothing else is one, least of all what a browser would run', () => {
  for (const text of [
    '',
    '<svg onload="x()">',
    '<!doctype html>',
    'RIFF1234WAVE',
    'GIF89a',
    '\u0089PNG',
  ]) {
    expect(imageTypeOf(bytes(text))).toBeNull()
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 11 }), (some) => {
      const type = imageTypeOf(some)
      expect(type === null || type === 'png' || type === 'jpeg').toBe(true)
    }),
  )
})
