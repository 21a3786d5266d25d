import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zebraCrc } from './zebra-crc.ts'

test('the check value of CRC-16/XMODEM comes out', () => {
  expect(zebraCrc('123456789')).toBe('31c3')
  expect(zebraCrc('')).toBe('0000')
})

test('it is the remainder of the text as a polynomial, bit by bit', () => {
  const remainder = (text: string): number => {
    let rest = 0
    for (const byte of [...Buffer.from(text, 'ascii'), 0, 0]) {
      for (let bit = 7; bit >= 0; bit -= 1) {
        rest = (rest << 1) | ((byte >> bit) & 1)
        if (rest & 0x10000) rest ^= 0x11021
      }
    }
    return rest
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (text) => {
      expect(zebraCrc(text)).toBe(remainder(text).toString(16).padStart(4, '0'))
    }),
  )
})
