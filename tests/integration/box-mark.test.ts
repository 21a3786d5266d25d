import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { afterAll, expect, inject, onTestFinished, test } from 'vitest'
import { type BoxMarkInput, type MarkLabel, markPages } from '#shared/domain/box-mark.ts'
import type { BoxMarkLabel } from '#shared/domain/label-input.ts'
import { markMedia } from '#shared/domain/label-media.ts'
import { markPayload, parseMark } from '#shared/domain/mark-payload.ts'
import { createLabelRenderer, type LabelTarget, markDpis } from '#electron/printing/index.ts'
import { anyBoxMark, boxMark, markItem } from '../support/box-marks.ts'
import { checkLabel } from '../support/check-label.ts'
import { readByZxing } from '../support/label-oracles.ts'
import { marksSeed } from '../support/marks-seed.ts'
import { printTspl } from '../support/tspl-printer.ts'

const workerUrl = new URL('../../electron/printing/label-worker.ts', import.meta.url)
const original: MarkLabel = { side: 1, page: 1, copy: 0 }
const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest()

const renderer = createLabelRenderer({ workerUrl })
afterAll(() => renderer.close())

const labelOf = (mark: BoxMarkInput, label: MarkLabel = original): BoxMarkLabel => ({
  kind: 'box-mark',
  mark,
  label,
})
const zebra: LabelTarget = { language: 'zpl', dpi: 203, media: '100x150' }

const many = inject('marks')
const seed = marksSeed(many !== undefined)

const largest = boxMark({
  items: Array.from({ length: 200 }, (_, index) =>
    markItem(`SKU-${index}-LONG-ENOUGH`, { quantity: index + 1 }),
  ),
})
const cartons = [largest, ...fc.sample(anyBoxMark(200), { numRuns: (many ?? 25) - 1, seed })]
// Each carton takes the next kind of paper and print head, in all languages.
const papers = markMedia.flatMap((media) => markDpis.map((dpi) => ({ media, dpi })))

test.each(
  cartons.map((mark, index) => {
    const { media, dpi } = papers[index % papers.length]!
    return [index, seed, mark.items.length, media, dpi, mark] as const
  }),
)(
  'carton %i of seed %i, of %i SKUs, on %s at %i dpi is the same dots on every printer, read by two decoders',
  async (_index, _seed, _skus, media, dpi, mark) => {
    const payload = markPayload(mark, sha256)
    const said = [mark.cartonCode, payload].toSorted()
    expect(await checkLabel(renderer, labelOf(mark), media, dpi)).toEqual(said)
    const page = markPages(mark.items.length, media)
    if (page > 1) {
      const last = labelOf(mark, { side: 2, page, copy: 1 })
      expect(await checkLabel(renderer, last, media, dpi)).toEqual(said)
    }
    expect(parseMark(payload, sha256)).toMatchObject({
      code: mark.cartonCode,
      revision: mark.revision,
    })
  },
  60_000,
)

test('whatever a mark says, a TSPL printer gets the commands of one picture and no other', async () => {
  await fc.assert(
    fc.asyncProperty(anyBoxMark(9), async (mark) => {
      const { bytes } = await renderer.render(labelOf(mark), { ...zebra, language: 'tspl' })
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
  const bytes = await renderer.render(labelOf(boxMark()), zebra)
  expect(await other.render(labelOf(boxMark()), zebra)).toEqual(bytes)
  expect(bytes.sha256).toBe(createHash('sha256').update(bytes.bytes).digest('hex'))
})

test('a character the font lacks is named, with every SKU it stands in the way of', async () => {
  const items = [
    markItem('A-1'),
    markItem('A-2', { nameZh: '𠮷野家' }),
    markItem('A-3', { nameEn: 'box 📦' }),
  ]
  const failing = renderer.render(labelOf(boxMark({ items })), zebra)
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
  const label = await renderer.render(labelOf({ ...boxMark({ items }), codeOnly }), {
    ...zebra,
    language: 'png',
  })
  expect(await readByZxing(label.bytes)).toHaveLength(2)
})

test('a character the font lacks outside of names is an error that names the element', async () => {
  await expect(renderer.render(labelOf(boxMark({ operator: '𠮷' })), zebra)).rejects.toMatchObject({
    code: 'glyph-missing',
    details: { element: 'operator', codePoint: 'U+20BB7' },
  })
})
