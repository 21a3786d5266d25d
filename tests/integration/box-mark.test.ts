import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { type BoxMarkInput, type MarkLabel, markPages } from '#shared/domain/box-mark.ts'
import { markPayload, parseMark } from '#shared/domain/mark-payload.ts'
import { createLabelRenderer, type MarkDpi } from '#electron/printing/index.ts'
import { anyBoxMark, boxMark, markItem } from '../support/box-marks.ts'
import { dotsOf, drawZpl, readByZbar, readByZxing } from '../support/label-oracles.ts'
import { printTspl } from '../support/tspl-printer.ts'

const workerUrl = new URL('../../electron/printing/label-worker.ts', import.meta.url)
const original: MarkLabel = { side: 1, page: 1, copy: 0 }
const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest()

const renderer = createLabelRenderer({ workerUrl })
afterAll(() => renderer.close())

/** Dots that differ between two pictures, without those of the QR code: each encoder chooses its own mask. */
const differences = async (left: Uint8Array, right: Uint8Array): Promise<number> => {
  const [first, second] = [await dotsOf(left), await dotsOf(right)]
  expect([first.width, first.height]).toEqual([second.width, second.height])
  let count = 0
  for (let y = 0; y < first.height; y += 1) {
    for (let x = 0; x < first.width; x += 1) {
      const isInQr = x > 440 && x < 784 && y > 64 && y < 564
      if (!isInQr && first.isBlack(x, y) !== second.isBlack(x, y)) count += 1
    }
  }
  return count
}

/** Dots that a TSPL printer puts elsewhere than the picture of the label has them. */
const tsplDifferences = async (
  mark: BoxMarkInput,
  label: MarkLabel,
  dpi: MarkDpi,
): Promise<number> => {
  const { bytes } = await renderer.render(mark, label, 'tspl', dpi)
  const png = await dotsOf((await renderer.render(mark, label, 'png', dpi)).bytes)
  const sheets = printTspl(bytes, dpi === 203 ? 8 : dpi / 25.4)
  expect(sheets).toHaveLength(1)
  const [sheet] = sheets
  expect(sheet).toMatchObject({ width: png.width, height: png.height, copies: 1 })
  let count = 0
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      if (sheet?.isBlack(x, y) !== png.isBlack(x, y)) count += 1
    }
  }
  return count
}

const checkLabel = async (mark: BoxMarkInput, label: MarkLabel): Promise<void> => {
  const zpl = await renderer.render(mark, label, 'zpl', 203)
  const png = await renderer.render(mark, label, 'png', 203)
  const drawn = await drawZpl(zpl.bytes)
  const payload = markPayload(mark, sha256)
  const said = [mark.cartonCode, payload].toSorted()
  expect(await readByZxing(drawn)).toEqual(said)
  expect(await readByZbar(drawn)).toEqual(said)
  expect(await readByZxing(png.bytes)).toEqual(said)
  expect(await differences(drawn, png.bytes)).toBe(0)
  expect(await tsplDifferences(mark, label, 203)).toBe(0)
  expect(parseMark(payload, sha256)).toMatchObject({
    code: mark.cartonCode,
    revision: mark.revision,
  })
}

const cartons = fc.sample(anyBoxMark(200), { numRuns: 24, seed: 20_261_123 })
const largest = boxMark({
  items: Array.from({ length: 200 }, (_, index) =>
    markItem(`SKU-${index}-LONG-ENOUGH`, { quantity: index + 1 }),
  ),
})

test.each(
  [...cartons, largest].map(
    (mark) => [`${mark.cartonCode} of ${mark.items.length} SKUs`, mark] as const,
  ),
)(
  'carton %s is read by two decoders from what a printer draws, dot for dot the picture of it',
  async (_, mark) => {
    const last = markPages(mark.items.length)
    await checkLabel(mark, original)
    if (last > 1) await checkLabel(mark, { side: 2, page: last, copy: 1 })
  },
  60_000,
)

test.each([
  ['a small carton', cartons[0]],
  ['the largest', largest],
])('%s is read by two decoders at 300 dpi', async (_, mark) => {
  if (mark === undefined) throw new Error('no carton')
  const said = [mark.cartonCode, markPayload(mark, sha256)].toSorted()
  const png = await renderer.render(mark, original, 'png', 300)
  expect(await readByZxing(png.bytes)).toEqual(said)
  expect(await readByZbar(png.bytes)).toEqual(said)
  const zpl = await renderer.render(mark, original, 'zpl', 300)
  const drawn = await drawZpl(zpl.bytes, 12)
  expect(await readByZxing(drawn)).toEqual(said)
  expect(await readByZbar(drawn)).toEqual(said)
  expect(await tsplDifferences(mark, original, 300)).toBe(0)
})

test('whatever a mark says, a TSPL printer gets the commands of one picture and no other', async () => {
  await fc.assert(
    fc.asyncProperty(anyBoxMark(9), async (mark) => {
      const { bytes } = await renderer.render(mark, original, 'tspl', 203)
      const [sheet] = printTspl(bytes, 8)
      const pictures = sheet?.commands.filter((command) => command.startsWith('BITMAP ')) ?? []
      expect(pictures.length).toBeGreaterThan(0)
      expect(sheet?.commands).toEqual([
        'SIZE 100 mm,150 mm',
        'GAP 2 mm,0 mm',
        'SET REPRINT OFF',
        'DIRECTION 1',
        'REFERENCE 0,0',
        'CLS',
        ...pictures,
        'PRINT 1,1',
      ])
    }),
    { numRuns: 25 },
  )
})

test('the same mark is the same bytes, whoever renders it', async () => {
  const other = createLabelRenderer({ workerUrl })
  onTestFinished(() => other.close())
  const bytes = await renderer.render(boxMark(), original, 'zpl', 203)
  expect(await other.render(boxMark(), original, 'zpl', 203)).toEqual(bytes)
  expect(bytes.sha256).toBe(createHash('sha256').update(bytes.bytes).digest('hex'))
})

test('a character the font lacks is named, with every SKU it stands in the way of', async () => {
  const items = [
    markItem('A-1'),
    markItem('A-2', { nameZh: '𠮷野家' }),
    markItem('A-3', { nameEn: 'box 📦' }),
  ]
  const failing = renderer.render(boxMark({ items }), original, 'zpl', 203)
  await expect(failing).rejects.toMatchObject({
    code: 'glyph-missing',
    details: {
      character: '𠮷',
      codePoint: 'U+20BB7',
      element: 'items[1].nameZh',
      sku: 'A-2',
      skus: 'A-2\nA-3',
    },
  })
  const codeOnly = [items[1], items[2]].flatMap((item) => (item === undefined ? [] : [item.sku]))
  const label = await renderer.render({ ...boxMark({ items }), codeOnly }, original, 'png', 203)
  expect(await readByZxing(label.bytes)).toHaveLength(2)
})

test('a character the font lacks outside of names is an error that names the element', async () => {
  await expect(
    renderer.render(boxMark({ operator: '𠮷' }), original, 'zpl', 203),
  ).rejects.toMatchObject({
    code: 'glyph-missing',
    details: { element: 'operator', codePoint: 'U+20BB7' },
  })
})
