import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEscpos } from '#tests/support/escpos-stream.ts'
import { dotsOf } from '#tests/support/label-oracles.ts'
import { printTspl } from '#tests/support/tspl-printer.ts'
import { readZpl } from '#tests/support/zpl-stream.ts'
import type { LabelDocument } from '#shared/label/document.ts'
import { blacken, createBitmap } from '../bitmap.ts'
import type { Rasterize } from '../raster.ts'
import type { EncodeLabel } from './encoder.ts'
import { encodeEscpos } from './escpos.ts'
import { encodePng } from './png.ts'
import { encodeTspl } from './tspl.ts'
import type { PrinterTuning } from './tuning.ts'
import { encodeZpl } from './zpl.ts'

/** A box 3 mm from every edge of a 40×30 mm label, a QR code with its quiet zone 4 mm from them, and bars. */
const label: LabelDocument = {
  width: 40,
  height: 30,
  elements: [
    { kind: 'box', name: 'frame', x: 3, y: 3, width: 34, height: 24 },
    {
      kind: 'qr',
      name: 'qr',
      data: 'QR',
      errorCorrection: 'M',
      moduleDots: 3,
      modules: 21,
      x: 5.5,
      y: 5.5,
      width: 63 / 8,
      height: 63 / 8,
    },
    {
      kind: 'code128',
      name: 'code128',
      data: 'A',
      moduleDots: 2,
      modules: 46,
      x: 18,
      y: 20,
      width: 92 / 8,
      height: 4,
    },
  ],
}

const rasterize: Rasterize = ({ width, height }) => {
  const bitmap = createBitmap(width * 8, height * 8)
  for (const [x, y, w, h] of [
    [24, 24, 272, 1],
    [24, 215, 272, 1],
    [24, 24, 1, 192],
    [295, 24, 1, 192],
  ] as const)
    blacken(bitmap, { x, y, width: w, height: h })
  return bitmap
}

interface Sheet {
  readonly isBlack: (x: number, y: number) => boolean
}

const dotsIn = ({ isBlack }: Sheet, right = 0, down = 0): readonly string[] => {
  const found: string[] = []
  for (let y = 0; y < 240; y += 1)
    for (let x = 0; x < 320; x += 1) if (isBlack(x, y)) found.push(`${x + right},${y + down}`)
  return found
}

const encode = (encoder: EncodeLabel, tuning?: PrinterTuning): Uint8Array =>
  encoder(label, 8, rasterize, tuning)

const sheetOf: Readonly<
  Record<string, (tuning?: PrinterTuning) => Sheet | undefined | Promise<Sheet>>
> = {
  tspl: (tuning) => printTspl(encode(encodeTspl, tuning), 8)[0],
  escpos: (tuning) => readEscpos(encode(encodeEscpos, tuning))[0],
  png: (tuning) => dotsOf(encode(encodePng, tuning)),
  zpl: (tuning) => readZpl(encode(encodeZpl, tuning)),
}

const offsets = fc.record({
  offsetX: fc.integer({ min: -24, max: 24 }),
  offsetY: fc.integer({ min: -24, max: 24 }),
})

test.each(Object.entries(sheetOf))(
  'an offset moves every dot in %s by as many',
  async (_, print) => {
    const plain = await print()
    if (plain === undefined) throw new Error('nothing was printed')
    await fc.assert(
      fc.asyncProperty(offsets, async (tuning) => {
        const moved = await print(tuning)
        if (moved === undefined) throw new Error('nothing was printed')
        expect(dotsIn(moved)).toEqual(dotsIn(plain, tuning.offsetX, tuning.offsetY))
      }),
      { numRuns: 20 },
    )
  },
)

test('an offset moves the symbols that a ZPL printer draws by itself', () => {
  const plain = readZpl(encode(encodeZpl)).symbols
  fc.assert(
    fc.property(offsets, (tuning) => {
      const { offsetX, offsetY } = tuning
      const moved = plain.map((symbol) => ({
        ...symbol,
        x: symbol.x + offsetX,
        y: symbol.y + offsetY,
      }))
      expect(readZpl(encode(encodeZpl, tuning)).symbols).toEqual(moved)
    }),
    { numRuns: 50 },
  )
})

const encoders = { encodeZpl, encodeTspl, encodeEscpos, encodePng }

test.each(Object.entries(encoders))(
  '%s refuses an offset that would cost ink or a quiet zone, and names what',
  (_, encoder) => {
    for (const [tuning, element] of [
      [{ offsetX: -25, offsetY: 0 }, 'frame'],
      [{ offsetX: 25, offsetY: 0 }, 'frame'],
      [{ offsetX: 0, offsetY: -25 }, 'frame'],
      [{ offsetX: 0, offsetY: 25 }, 'frame'],
    ] as const) {
      expect(() => encode(encoder, tuning)).toThrow(
        expect.objectContaining({
          code: 'label-shifted-off',
          details: { element, ...tuning },
        }) as Error,
      )
    }
    const [, ...symbols] = label.elements
    const bare = { ...label, elements: symbols }
    const blank: Rasterize = () => createBitmap(320, 240)
    expect(() => encoder(bare, 8, blank, { offsetX: -33, offsetY: 0 })).toThrow('qr leaves')
    expect(() => encoder(bare, 8, blank, { offsetX: -32, offsetY: 0 })).not.toThrow()
  },
)

test('ink that reaches out of its element is not lost either', () => {
  const outside: Rasterize = () => {
    const bitmap = createBitmap(320, 240)
    blacken(bitmap, { x: 1, y: 9, width: 1, height: 1 })
    return bitmap
  }
  for (const encoder of Object.values(encoders))
    expect(() => encoder(label, 8, outside, { offsetX: -2, offsetY: 0 })).toThrow(
      'ink leaves the label',
    )
})

test('speed and darkness are said in the words of the language, and only when they are set', () => {
  const tuning = { offsetX: 0, offsetY: 0, speed: 4, darkness: 9 }
  const tspl = printTspl(encode(encodeTspl, tuning), 8)[0]?.commands ?? []
  expect(tspl.slice(0, 6)).toEqual([
    'SIZE 40 mm,30 mm',
    'GAP 2 mm,0 mm',
    'SET REPRINT OFF',
    'SPEED 4',
    'DENSITY 9',
    'DIRECTION 1',
  ])
  expect(printTspl(encode(encodeTspl), 8)[0]?.commands.join()).not.toMatch(/SPEED|DENSITY/)
  const zpl = readZpl(encode(encodeZpl, tuning)).commands
  expect(zpl.slice(0, 2)).toEqual(['~SD09', '^XA'])
  expect(zpl).toContain('^PR4')
  expect(readZpl(encode(encodeZpl)).commands.join()).not.toMatch(/~SD|\^PR/)
})

test('every step of a scale is taken by the printer, and none beside it', () => {
  for (let half = 2; half <= 36; half += 1)
    expect(
      printTspl(encode(encodeTspl, { offsetX: 0, offsetY: 0, speed: half / 2 }), 8),
    ).toHaveLength(1)
  for (let darkness = 0; darkness <= 15; darkness += 1)
    expect(printTspl(encode(encodeTspl, { offsetX: 0, offsetY: 0, darkness }), 8)).toHaveLength(1)
  for (let darkness = 0; darkness <= 30; darkness += 1)
    expect(readZpl(encode(encodeZpl, { offsetX: 0, offsetY: 0, darkness })).width).toBe(320)
  for (let speed = 1; speed <= 14; speed += 1)
    expect(readZpl(encode(encodeZpl, { offsetX: 0, offsetY: 0, speed })).width).toBe(320)
  for (const [encoder, wrong] of [
    [encodeTspl, { speed: 18.5 }],
    [encodeTspl, { darkness: 16 }],
    [encodeZpl, { speed: 2.5 }],
    [encodeZpl, { darkness: 31 }],
    [encodeEscpos, { speed: 4 }],
    [encodeEscpos, { darkness: 4 }],
  ] as const) {
    expect(() => encode(encoder, { offsetX: 0, offsetY: 0, ...wrong })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }) as Error,
    )
  }
})

test('without an offset the label is what was drawn, byte for byte', () => {
  const none = { offsetX: 0, offsetY: 0 }
  for (const encoder of Object.values(encoders))
    expect(encode(encoder, none)).toEqual(encode(encoder))
})
