import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readZpl } from '#tests/support/zpl-stream.ts'
import type { LabelDocument } from '#shared/label/document.ts'
import { type Bitmap, blacken, createBitmap } from '../bitmap.ts'
import { measureSymbol } from '../symbols.ts'
import { encodeZpl } from './zpl.ts'

const document = (code128: string, qr: string): LabelDocument => ({
  width: 100,
  height: 150,
  elements: [
    {
      kind: 'code128',
      name: 'code128',
      data: code128,
      moduleDots: 3,
      modules: 1,
      x: 6,
      y: 130,
      width: 60,
      height: 11,
    },
    {
      kind: 'qr',
      name: 'qr',
      data: qr,
      errorCorrection: 'M',
      moduleDots: 4,
      modules: 1,
      x: 60,
      y: 30,
      width: 30,
      height: 30,
    },
  ],
})

const blank = (): Bitmap => createBitmap(800, 1200)

const encode = (code128: string, qr: string, raster = blank): string =>
  Buffer.from(encodeZpl(document(code128, qr), 8, raster)).toString('ascii')

test('every byte is printable ASCII or a line feed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(encode(text, text)).toMatch(/^[\n -~]*$/)
    }),
  )
})

test('one label is printed once, never again by the printer itself, in UTF-8, at the size of the media', () => {
  const zpl = encode('LS0003041187N', 'LSC1')
  expect(zpl).toContain('^CI28')
  expect(zpl).toContain('^JZN')
  expect(zpl).toContain('^PQ1,')
  expect(zpl).toContain('^PW800^LL1200^LH0,0')
  expect(zpl).not.toContain('~')
  expect(zpl).not.toContain('^SN')
})

test('the picture is given in graphics a printer accepts, dot for dot', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          x: fc.nat(799),
          y: fc.nat(1199),
          width: fc.integer({ min: 1, max: 300 }),
          height: fc.integer({ min: 1, max: 900 }),
        }),
        { maxLength: 6 },
      ),
      (boxes) => {
        const bitmap = blank()
        for (const box of boxes) blacken(bitmap, box)
        const read = readZpl(encodeZpl(document('A', 'B'), 8, () => bitmap))
        for (const command of read.commands.filter((name) => name.startsWith('^GFA,')))
          expect(Number(command.split(',')[1])).toBeLessThanOrEqual(99_999)
        const differs = Array.from({ length: 800 * 1200 }, (_none, dot) => dot).some((dot) => {
          const byte = bitmap.data[dot >> 3] ?? 0
          const black = ((byte >> (7 - (dot & 7))) & 1) === 1
          return read.isBlack(dot % 800, Math.floor(dot / 800)) !== black
        })
        expect(differs).toBe(false)
      },
    ),
    { numRuns: 40 },
  )
})

test('symbols are as wide as their measure says', () => {
  expect(measureSymbol('code128', 'LS0003041187N')).toBe(178)
  expect(measureSymbol('qr', 'x'.repeat(779))).toBe(105)
  expect(measureSymbol('qr', 'x'.repeat(14))).toBe(21)
  expect(() => measureSymbol('qr', 'x'.repeat(780))).toThrow(RangeError)
  expect(() => measureSymbol('code128', 'é')).toThrow(RangeError)
})
