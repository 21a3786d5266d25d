import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBoxMark, bareMark, boxMark, markItem } from '#tests/support/box-marks.ts'
import { layoutTools as tools, overlap, withQuietZone } from '#tests/support/layout-tools.ts'
import { type MarkLabel, markPages, markRows } from '#shared/domain/box-mark.ts'
import { type MarkMedia, markMedia, mediaSizes } from '#shared/domain/label-media.ts'
import { layoutBoxMark } from './box-mark-layout.ts'
import type { LabelDocument } from './document.ts'

const original: MarkLabel = { side: 1, page: 1, copy: 0 }

const layOut = (
  mark: Parameters<typeof layoutBoxMark>[0],
  label: MarkLabel = original,
  media: MarkMedia = '100x150',
): LabelDocument => {
  const laidOut = layoutBoxMark(mark, label, media, tools)
  if (!laidOut.ok) throw new Error(laidOut.error.element)
  return laidOut.value
}

const texts = (document: LabelDocument): readonly string[] =>
  document.elements.flatMap((element) => (element.kind === 'text' ? [element.text] : []))

const marksAndPages = (media: MarkMedia) =>
  anyBoxMark(200).chain((mark) =>
    fc.record({
      mark: fc.constant(mark),
      page: fc.integer({ min: 1, max: markPages(mark.items.length, media) }),
      side: fc.constantFrom(1 as const, 2 as const),
    }),
  )

test.each(markMedia)('on %s no text touches another text, a symbol or its quiet zone', (media) => {
  fc.assert(
    fc.property(marksAndPages(media), ({ mark, page, side }) => {
      const { elements } = layOut(mark, { side, page, copy: 3 }, media)
      const written = elements.filter(({ kind }) => kind === 'text')
      const symbols = elements
        .filter(({ kind }) => kind === 'qr' || kind === 'code128')
        .map(withQuietZone)
      for (const [index, text] of written.entries()) {
        for (const other of [...written.slice(index + 1), ...symbols]) {
          expect(overlap(text, other) ? `${text.name} × ${other.name}` : '').toBe('')
        }
      }
    }),
    { numRuns: 25 },
  )
})

test.each(markMedia)('on %s no rule runs through a symbol, its quiet zone or a text', (media) => {
  fc.assert(
    fc.property(marksAndPages(media), ({ mark, page, side }) => {
      const { elements } = layOut(mark, { side, page, copy: 0 }, media)
      const rules = elements.filter(
        (element) => element.kind === 'box' && /rule|end|top/.test(element.name),
      )
      for (const element of elements) {
        if (element.kind === 'box') continue
        const area = withQuietZone(element)
        for (const rule of rules)
          expect(overlap(rule, area) ? `${rule.name} × ${area.name}` : '').toBe('')
      }
    }),
    { numRuns: 15 },
  )
})

test.each(markMedia)('on %s every mark bears both symbols, and every SKU stands once', (media) => {
  fc.assert(
    fc.property(anyBoxMark(80), (mark) => {
      const pages = Array.from({ length: markPages(mark.items.length, media) }, (_, index) =>
        layOut(mark, { side: 1, page: index + 1, copy: 0 }, media),
      )
      for (const { elements } of pages) {
        expect(elements.filter(({ kind }) => kind === 'qr')).toHaveLength(1)
        expect(elements.filter(({ kind }) => kind === 'code128')).toMatchObject([
          { data: mark.cartonCode },
        ])
      }
      const quantities = pages.flatMap(({ elements }) =>
        elements
          .filter(({ name }) => /^items\[\d+\]\.quantity$/.test(name))
          .map(({ name }) => name),
      )
      expect(quantities).toEqual(mark.items.map((_, index) => `items[${index}].quantity`))
    }),
    { numRuns: 15 },
  )
})

test.each(markMedia)('on %s no module is finer than 3 dots, and ink keeps its margin', (media) => {
  const { margin, beside } = mediaSizes[media]
  fc.assert(
    fc.property(anyBoxMark(200), (mark) => {
      const { elements, width } = layOut(mark, original, media)
      for (const element of elements) {
        if (element.kind !== 'qr' && element.kind !== 'code128') continue
        expect(element.moduleDots).toBeGreaterThanOrEqual(3)
        expect(element.x).toBeGreaterThanOrEqual(margin)
        expect(element.x + element.width).toBeLessThanOrEqual(width - margin)
        const quiet = withQuietZone(element)
        expect(quiet.x).toBeGreaterThanOrEqual(-beside)
        expect(quiet.x + quiet.width).toBeLessThanOrEqual(width + beside)
      }
    }),
    { numRuns: 15 },
  )
})

test('a copy differs from its original in the copy field alone, a side in the side field', () => {
  const copies = fc.integer({ min: 1, max: 99 })
  fc.assert(
    fc.property(anyBoxMark(30), copies, fc.constantFrom(...markMedia), (mark, copy, media) => {
      const { elements } = layOut(mark, original, media)
      const copied = layOut(mark, { ...original, copy }, media).elements
      expect(copied.filter(({ name }) => name !== 'copy')).toEqual(elements)
      expect(copied.filter(({ name }) => name === 'copy')).toMatchObject([
        { text: `副本 ${copy} COPY ${copy}` },
      ])
      const other = layOut(mark, { ...original, side: 2 }, media).elements
      expect(other.filter(({ name }) => name !== 'side')).toEqual(
        elements.filter(({ name }) => name !== 'side'),
      )
    }),
    { numRuns: 15 },
  )
})

test('the total of cartons is printed only where it is known', () => {
  expect(texts(layOut(boxMark()))).toContain('7 / 18')
  expect(texts(layOut(bareMark()))).toContain('7')
  expect(texts(layOut(bareMark())).join()).not.toContain('7 /')
})

/** What all pages of one side say, wrapped lines joined again. */
const saidOn = (mark: Parameters<typeof layoutBoxMark>[0], media: MarkMedia): string =>
  Array.from({ length: markPages(mark.items.length, media) }, (_, index) =>
    texts(layOut(mark, { ...original, page: index + 1 }, media)),
  )
    .flat()
    .join(' ')

test.each(markMedia)(
  'on %s a mark says all that a forwarder, a carrier and a warehouse look for',
  (media) => {
    const warehouse = {
      ...boxMark().warehouse,
      addressLines: ['c/o Hafen GmbH & Co. KG', 'Halle 14, Zum Hafen an der Elbe 118', 'Hamburg'],
    }
    const said = saidOn(boxMark({ fbaShipmentId: 'FBA15ABCDEFG', warehouse }), media)
    for (const fact of [
      'USLAX01',
      '洛杉矶一号仓 Los Angeles Warehouse 1',
      'c/o Hafen GmbH & Co. KG, Halle 14, Zum Hafen an der Elbe 118, Hamburg',
      '91748 US · Kevin Chen · +1 626 555 0142',
      'SO-20261123-0042',
      '深圳市星链科技有限公司',
      '空运 AIR · LAX-EXPRESS · DDP 包税',
      '12.48 kg',
      '60 × 40 × 35.5 cm',
      '36 件 PCS',
      'MADE IN CHINA',
      'FBA15ABCDEFG',
      'UN3481',
      'PI967',
      '易碎',
      '向上',
      '防潮',
      '重货',
      'LS 0003 0411 87 N',
      '2026-11-23 09:30',
      'A-03',
      '李小红',
      'BT-SPK-001-BLK',
      'X001234567',
    ])
      expect(said).toContain(fact)
    expect(said).toContain(media === '100x150' || media === '100x100' ? '面 SIDE 1/2' : '面 1/2')
  },
)

test('a planned mark says on every media, and in full, that it is only planned', () => {
  for (const media of markMedia) {
    expect(saidOn(boxMark({ revision: 0 }), media)).toContain('箱唛 · 预打 PLANNED')
  }
})

test('on a roll nothing of an address is cut, and the label is as long as what it says', () => {
  const addressLines = Array.from(
    { length: 10 },
    (_, index) => `${index} ${'Am Hafen '.repeat(20)}`,
  )
  const mark = boxMark({ warehouse: { ...boxMark().warehouse, addressLines } })
  const { height } = layOut(boxMark(), original, '72')
  expect(layOut(mark, original, '72').height).toBeGreaterThan(height)
  expect(saidOn(mark, '72')).not.toContain('…')
})

test('names left out by choice are not on the mark, their codes are', () => {
  const mark = boxMark({
    items: [markItem('A-1', { nameZh: '甲', nameEn: 'first' }), markItem('A-2')],
  })
  const said = texts(layOut({ ...mark, codeOnly: [markItem('A-1').sku] }))
  expect(said).toContain('A-1')
  expect(said).not.toContain('甲')
  expect(said).not.toContain('first')
})

test('every dangerous goods note is written in full', () => {
  const notes = Array.from({ length: 12 }, (_, index) => ({
    unCode: `UN34${String(index).padStart(2, '0')}`,
    packingInstruction: 'PI967 Section II',
  }))
  const said = texts(layOut(boxMark({ dangerousGoods: notes }))).join('|')
  for (const { unCode, packingInstruction } of notes)
    expect(said).toContain(`${unCode} ${packingInstruction}`)
})

test('bidi controls and joiners never reach the label', () => {
  const said = texts(layOut(boxMark({ sellerName: 'a\u202Eb\u2066c\u200Dd' })))
  expect(said).toContain('abcd')
})

test.each([
  ['qr', { symbol: () => 181 }],
  ['code128', { symbol: (kind: string) => (kind === 'qr' ? 65 : 320) }],
])('a %s that does not fit is refused by its name', (element, over) => {
  expect(layoutBoxMark(boxMark(), original, '100x150', { ...tools, ...over })).toEqual({
    ok: false,
    error: { code: 'label-out-of-bounds', element },
  })
})

test('a page the carton does not have is refused', () => {
  expect(() => layOut(boxMark(), { ...original, page: 2 })).toThrow(RangeError)
  const items = Array.from({ length: markRows['100x150'].first + 1 }, (_, index) =>
    markItem(`A-${index}`),
  )
  expect(texts(layOut(boxMark({ items }), { ...original, page: 2 }))).toContain('页 PAGE 2/2')
})
