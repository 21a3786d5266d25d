import fc from 'fast-check'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
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

interface Command {
  readonly name: string
  readonly parameters: string
}

/** As a printer reads it: `^` and `~` begin a command wherever they stand. */
const commandsOf = (zpl: string): readonly Command[] =>
  zpl
    .split(/(?=[\^~])/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      // `^FD`'s data may begin with anything, so names are cut by length: one character for ^A, else two.
      const name = part.slice(0, 3)
      return { name, parameters: part.slice(3).replace(/\n$/, '') }
    })

const unescaped = (field: string): string =>
  Buffer.from(
    field.replaceAll(/_([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  ).toString('utf8')

const encode = (code128: string, qr: string, raster = blank): string =>
  Buffer.from(encodeZpl(document(code128, qr), 8, raster)).toString('ascii')

const skeleton = [
  '^XA',
  '^CI',
  '^JZ',
  '^PO',
  '^PM',
  '^FW',
  '^LT',
  '^LS',
  '^PW',
  '^LL',
  '^LH',
  '^FO',
  '^BY',
  '^BC',
  '^FH',
  '^FD',
  '^FS',
  '^FO',
  '^BQ',
  '^FH',
  '^FD',
  '^FS',
  '^PQ',
  '^XZ',
]

test('whatever the symbols hold, the printer is given exactly our commands and the data comes back', () => {
  const pieces = fc.constantFrom(
    '^XA',
    '^XZ',
    '~JA',
    '~DG',
    '^FS',
    '_5E',
    '_',
    '\\',
    '>',
    '>;',
    '>5',
    '^',
    '~',
    'ABC',
  )
  const hostile = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(hostile, hostile, (first, second) => {
      const code128 = first.join('')
      const qr = second.join('')
      const commands = commandsOf(encode(code128, qr))
      expect(commands.map(({ name }) => name)).toEqual(skeleton)
      const fields = commands
        .filter(({ name }) => name === '^FD')
        .map(({ parameters }) => unescaped(parameters))
      expect(fields[0]).toBe(`>:${code128.toWellFormed().replaceAll('>', '>0')}`)
      expect(fields[1]).toBe(`MA,${qr.toWellFormed()}`)
    }),
    { numRuns: 300 },
  )
})

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
        const drawn = blank()
        const zpl = encode('A', 'B', () => bitmap)
        for (const found of zpl.matchAll(
          /\^FO0,(\d+)\^GFA,(\d+),(\d+),(\d+),:Z64:([^:]+):([0-9a-f]{4})\^FS/g,
        )) {
          const [, top, sent, total, stride, text = ''] = found
          const bytes = inflateSync(Buffer.from(text, 'base64'))
          expect([sent, total]).toEqual([String(bytes.length), String(bytes.length)])
          expect(bytes.length).toBeLessThanOrEqual(99_999)
          drawn.data.set(bytes, Number(top) * Number(stride))
        }
        expect(Buffer.compare(drawn.data, bitmap.data)).toBe(0)
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
