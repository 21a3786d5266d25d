import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEscpos } from '#tests/support/escpos-stream.ts'
import { blacken, createBitmap } from '../bitmap.ts'
import { encodeEscpos } from './escpos.ts'

const boxes = fc.array(
  fc.record({
    x: fc.nat(575),
    y: fc.nat(1199),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 900 }),
  }),
  { maxLength: 6 },
)

test('a label of any size is one sheet of the head, dot for dot, its blank rows too', () => {
  fc.assert(
    fc.property(boxes, fc.integer({ min: 1, max: 150 }), (drawn, height) => {
      const bitmap = createBitmap(576, height * 8)
      for (const box of drawn) blacken(bitmap, box)
      const bytes = encodeEscpos({ width: 72, height, elements: [] }, 8, () => bitmap)
      const [sheet, ...more] = readEscpos(bytes)
      expect(more).toEqual([])
      expect(sheet).toMatchObject({ width: 576, height: height * 8 })
      const differs = Array.from({ length: 576 * height * 8 }, (_none, dot) => dot).some((dot) => {
        const [x, y] = [dot % 576, Math.floor(dot / 576)]
        const black = ((bitmap.data[y * 72 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
        return sheet?.isBlack(x, y) !== (black === 1)
      })
      expect(differs).toBe(false)
    }),
    { numRuns: 40 },
  )
})

test('the printer is made ready, given pictures of at most 256 rows, and cuts beyond the label', () => {
  const bitmap = createBitmap(576, 600)
  const bytes = encodeEscpos({ width: 72, height: 75, elements: [] }, 8, () => bitmap)
  expect(readEscpos(bytes)[0]?.commands).toEqual([
    'ESC @',
    'GS v 0 72×256',
    'GS v 0 72×256',
    'GS v 0 72×88',
    'ESC d 4',
    'GS V 0',
  ])
})

test.each([
  ['clears the buffer', [0x10, 0x05, 0x02]],
  ['opens a drawer', [0x10, 0x14, 0x01, 0x00, 0x01]],
  ['turns the printer off', [0x10, 0x14, 0x02, 0x01, 0x08]],
])('dots that read as the command that %s are moved until they do not', (_, bytes) => {
  const bitmap = createBitmap(576, 400)
  for (const row of [3, 255, 256, 399]) bitmap.data.set(bytes, row * 72 + 20)
  const job = encodeEscpos({ width: 72, height: 50, elements: [] }, 8, () => bitmap)
  expect(Buffer.from(job).includes(Buffer.from(bytes))).toBe(false)
  const [sheet] = readEscpos(job)
  const black = (x: number, y: number): boolean =>
    (((bitmap.data[y * 72 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1
  for (let y = 0; y < 400; y += 1)
    for (let x = 1; x < 576; x += 1)
      if (sheet?.isBlack(x, y) !== black(x - 1, y)) throw new Error(`dot ${x},${y}`)
})

test('nothing is left in the builder from one label to the next', () => {
  const once = (): Uint8Array =>
    encodeEscpos({ width: 72, height: 1, elements: [] }, 8, () => createBitmap(576, 8))
  expect(once()).toEqual(once())
})
