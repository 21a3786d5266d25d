import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import type { LabelDocument } from '#shared/label/document.ts'
import type { Bitmap } from '#electron/printing/bitmap.ts'
import { drawLabel } from '#electron/printing/draw-label.ts'
import { loadMarkFont } from '#electron/printing/font.ts'
import { encodeEscpos } from '#electron/printing/languages/escpos.ts'
import { encodePng } from '#electron/printing/languages/png.ts'
import { encodeTspl } from '#electron/printing/languages/tspl.ts'
import { encodeZpl } from '#electron/printing/languages/zpl.ts'
import { parseMarkInput } from '#electron/printing/parse-label.ts'
import { createRasterizer } from '#electron/printing/raster.ts'
import { createMarkRenderer } from '#electron/printing/render-mark.ts'
import { anyBoxMark } from '#tests/support/box-marks.ts'
import { readEscpos } from '#tests/support/escpos-stream.ts'
import { hostileAscii, hostileText } from '#tests/support/hostile-text.ts'
import { dotsOf, readByZxing } from '#tests/support/label-oracles.ts'
import { printTspl } from '#tests/support/tspl-printer.ts'
import { readZpl } from '#tests/support/zpl-stream.ts'

const font = loadMarkFont()
const rasterize = createRasterizer(font)
const { layOut, render } = createMarkRenderer(font)
const originalOf = (mark: BoxMarkInput) =>
  ({ kind: 'box-mark', mark, label: { side: 1, page: 1, copy: 0 } }) as const
const paper = { dpi: 203, media: '100x150' } as const

/** Texts in lines above, a QR code and a Code 128 below: far enough from each other to be read. */
const document = (texts: readonly string[], code128: string, qr: string): LabelDocument => ({
  width: 100,
  height: 150,
  elements: [
    ...texts.map((text, index) => ({
      kind: 'text' as const,
      name: `text[${index}]`,
      text,
      x: 4,
      y: 4 + index * 6,
      size: 4,
      weight: 'regular' as const,
      width: 92,
      height: 6,
    })),
    {
      kind: 'qr',
      name: 'qr',
      data: qr,
      errorCorrection: 'M',
      moduleDots: 4,
      modules: 1,
      x: 10,
      y: 50,
      width: 60,
      height: 60,
    },
    {
      kind: 'code128',
      name: 'code128',
      data: code128,
      moduleDots: 2,
      modules: 1,
      x: 6,
      y: 125,
      width: 60,
      height: 11,
    },
  ],
})

const texts = fc.array(hostileText, { minLength: 1, maxLength: 6 })

interface Sheet {
  readonly isBlack: (x: number, y: number) => boolean
}

/** Dots of `bitmap` that `sheet` has otherwise. */
const differences = (sheet: Sheet, bitmap: Bitmap): number => {
  let count = 0
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const byte = bitmap.data[y * bitmap.stride + (x >> 3)] ?? 0
      if (sheet.isBlack(x, y) !== (((byte >> (7 - (x & 7))) & 1) === 1)) count += 1
    }
  }
  return count
}

/** The commands of a ZPL label, pictures left out, which are checked by their dots. */
const zplCommands = (commands: readonly string[]): readonly string[] =>
  commands
    .join(' ')
    .replaceAll(/\^FO0,\d+ \^GFA,\d+,\d+,100 \^FS /g, '')
    .split(' ')
const zplHead = '^XA ^CI28 ^JZN ^PON ^PMN ^FWN ^LT0 ^LS0 ^PW800 ^LL1200 ^LH0,0'.split(' ')
const zplTail = ['^PQ1,0,1,N', '^XZ']

const checkTspl = (bytes: Uint8Array): Sheet => {
  const [sheet, ...more] = printTspl(bytes, 8)
  if (sheet === undefined) throw new Error('nothing was printed')
  expect(more).toEqual([])
  expect(sheet.commands.filter((command) => !command.startsWith('BITMAP 0,'))).toEqual([
    'SIZE 100 mm,150 mm',
    'GAP 2 mm,0 mm',
    'SET REPRINT OFF',
    'DIRECTION 1',
    'REFERENCE 0,0',
    'CLS',
    'PRINT 1,1',
  ])
  return sheet
}

const checkEscpos = (bytes: Uint8Array): Sheet => {
  const [sheet, ...more] = readEscpos(bytes)
  if (sheet === undefined) throw new Error('nothing was printed')
  expect(more).toEqual([])
  expect(sheet.commands).toEqual([
    'ESC @',
    ...Array.from({ length: 4 }, () => 'GS v 0 100×256'),
    'GS v 0 100×176',
    'ESC d 4',
    'GS V 0',
  ])
  return sheet
}

test('whatever texts and symbols say, a ZPL printer gets our commands, the data and the dots', () => {
  fc.assert(
    fc.property(texts, hostileText, hostileText, (lines, code128, qr) => {
      const label = document(lines, code128, qr)
      const read = readZpl(encodeZpl(label, 8, rasterize))
      expect(zplCommands(read.commands)).toEqual([
        ...zplHead,
        ...'^FO80,390 ^BQN,2,4 ^FH ^FD ^FS'.split(' '),
        ...'^FO48,1000 ^BY2 ^BCN,88,N,N,N,N ^FH ^FD ^FS'.split(' '),
        ...zplTail,
      ])
      expect(read.symbols).toEqual([
        { kind: 'qr', x: 80, y: 390, moduleDots: 4, data: qr.toWellFormed() },
        { kind: 'code128', x: 48, y: 1000, moduleDots: 2, data: code128.toWellFormed() },
      ])
      expect(differences(read, rasterize(label, 8))).toBe(0)
    }),
    { numRuns: 50 },
  )
})

test('whatever texts and symbols say, printers of pictures get our commands and the dots, and symbols are read as they were given', async () => {
  await fc.assert(
    fc.asyncProperty(texts, hostileAscii(24), hostileAscii(300), async (lines, code128, qr) => {
      const label = document(lines, code128, qr)
      const drawn = drawLabel(label, 8, rasterize)
      expect(differences(checkTspl(encodeTspl(label, 8, rasterize)), drawn)).toBe(0)
      expect(differences(checkEscpos(encodeEscpos(label, 8, rasterize)), drawn)).toBe(0)
      const png = encodePng(label, 8, rasterize)
      expect(differences(await dotsOf(png), drawn)).toBe(0)
      expect(await readByZxing(png)).toEqual([code128, qr].toSorted())
    }),
    { numRuns: 25 },
  )
}, 60_000)

test.each([encodeTspl, encodeEscpos, encodePng])(
  'a symbol that could not be read as it was given is not drawn: %o',
  (encode) => {
    for (const data of ['', 'é', '\u001b@', 'a\r\nb', '\ud800', '📦']) {
      expect(() => encode(document(['x'], data, 'QR'), 8, rasterize)).toThrow(RangeError)
      expect(() => encode(document(['x'], 'BARS', data), 8, rasterize)).toThrow(RangeError)
    }
  },
)

/** What a form lets pass, and what it should not. */
const written = fc.oneof(
  { weight: 1, arbitrary: hostileText },
  {
    weight: 4,
    arbitrary: hostileText
      .map((text) =>
        text
          .replaceAll(/[^ -~\u4e00-\u9fff\u200b-\u202e]/g, '')
          .slice(0, 30)
          .trim(),
      )
      .filter((text) => text !== ''),
  },
)

/** Marks of which one field or more holds what no seller would write. */
const hostileMark: fc.Arbitrary<BoxMarkInput> = fc
  .record({
    mark: anyBoxMark(6),
    field: fc.constantFrom(
      'orderNo',
      'sellerName',
      'service',
      'station',
      'operator',
      'warehouse',
      'sku',
      'name',
    ),
    text: written,
  })
  .map(({ mark, field, text }) => {
    if (field === 'orderNo') return { ...mark, orderNo: text as OrderNo }
    if (field === 'warehouse')
      return { ...mark, warehouse: { ...mark.warehouse, code: text, addressLines: [text] } }
    if (field === 'sku' || field === 'name') {
      const change = field === 'sku' ? { sku: text as Sku } : { nameZh: text, nameEn: text }
      return { ...mark, items: mark.items.map((item) => ({ ...item, ...change })) }
    }
    return { ...mark, [field]: text }
  })

/** Null when the mark is refused, in which case no printer gets anything. */
const laidOut = (mark: BoxMarkInput): LabelDocument | null => {
  try {
    return layOut(originalOf(parseMarkInput(mark)), paper)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

test('whatever a mark says, each printer gets the commands of one label, its symbols and its dots', async () => {
  let printed = 0
  await fc.assert(
    fc.asyncProperty(hostileMark, async (mark) => {
      const label = laidOut(mark)
      if (label === null) return
      printed += 1
      const symbols = label.elements.flatMap((element) =>
        element.kind === 'qr' || element.kind === 'code128' ? [element.data] : [],
      )
      const bytes = (language: 'zpl' | 'tspl' | 'escpos' | 'png'): Uint8Array =>
        render(originalOf(mark), { ...paper, language }).bytes
      const zpl = readZpl(bytes('zpl'))
      expect(zplCommands(zpl.commands).slice(0, zplHead.length)).toEqual(zplHead)
      expect(zpl.commands.slice(-2)).toEqual(zplTail)
      expect(zpl.symbols.map(({ data }) => data)).toEqual(symbols)
      expect(differences(zpl, rasterize(label, 8))).toBe(0)
      const drawn = drawLabel(label, 8, rasterize)
      expect(differences(checkTspl(bytes('tspl')), drawn)).toBe(0)
      expect(differences(checkEscpos(bytes('escpos')), drawn)).toBe(0)
      expect(await readByZxing(bytes('png'))).toEqual(symbols.toSorted())
    }),
    { numRuns: 25 },
  )
  // What was refused proves nothing.
  expect(printed).toBeGreaterThan(5)
}, 60_000)
