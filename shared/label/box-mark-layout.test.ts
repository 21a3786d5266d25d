import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { anyBoxMark, bareMark, boxMark, markItem } from '#tests/support/box-marks.ts'
import { type MarkLabel, markPages, markRows } from '#shared/domain/box-mark.ts'
import { quietModules } from './bounds.ts'
import { layoutBoxMark } from './box-mark-layout.ts'
import type { LabelDocument, LabelElement, MeasureText } from './document.ts'
import type { LayoutTools } from './layout-tools.ts'

/** As wide as Noto Sans SC bold or wider. */
const measure: MeasureText = (text, size) =>
  Array.from(text).reduce((sum, character) => sum + (/[ -~]/.test(character) ? 0.65 : 1), 0) * size

const tools: LayoutTools = {
  measure,
  symbol: (kind, data) =>
    kind === 'code128' ? 11 * (data.length + 2) + 13 : data.length > 500 ? 105 : 65,
  sha256: (text) => createHash('sha256').update(text).digest(),
  dotsPerMm: 8,
}

const original: MarkLabel = { side: 1, page: 1, copy: 0 }

const layOut = (
  ...[mark, label]: [mark: Parameters<typeof layoutBoxMark>[0], label?: MarkLabel]
): LabelDocument => {
  const laidOut = layoutBoxMark(mark, label ?? original, tools)
  if (!laidOut.ok) throw new Error(laidOut.error.element)
  return laidOut.value
}

const texts = (document: LabelDocument): readonly string[] =>
  document.elements.flatMap((element) => (element.kind === 'text' ? [element.text] : []))

interface Rectangle {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const withQuietZone = (element: LabelElement): Rectangle => {
  if (element.kind === 'text' || element.kind === 'box') return element
  const margin = (quietModules[element.kind] * element.moduleDots) / tools.dotsPerMm
  const above = element.kind === 'qr' ? margin : 0
  return {
    name: element.name,
    x: element.x - margin,
    y: element.y - above,
    width: element.width + 2 * margin,
    height: element.height + 2 * above,
  }
}

const hair = 0.01
const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x + hair < b.x + b.width &&
  b.x + hair < a.x + a.width &&
  a.y + hair < b.y + b.height &&
  b.y + hair < a.y + a.height

const marksAndPages = anyBoxMark(200).chain((mark) =>
  fc.record({
    mark: fc.constant(mark),
    page: fc.integer({ min: 1, max: markPages(mark.items.length) }),
    side: fc.constantFrom(1 as const, 2 as const),
  }),
)

test('no text touches another text, a symbol or its quiet zone, whatever the mark says', () => {
  fc.assert(
    fc.property(marksAndPages, ({ mark, page, side }) => {
      const { elements } = layOut(mark, { side, page, copy: 3 })
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
    { numRuns: 60 },
  )
})

test('no rule runs through a symbol, its quiet zone or a text', () => {
  fc.assert(
    fc.property(marksAndPages, ({ mark, page, side }) => {
      const { elements } = layOut(mark, { side, page, copy: 0 })
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
    { numRuns: 40 },
  )
})

test('every mark bears both symbols, and every SKU stands on exactly one page', () => {
  fc.assert(
    fc.property(anyBoxMark(80), (mark) => {
      const pages = Array.from({ length: markPages(mark.items.length) }, (_, index) =>
        layOut(mark, { side: 1, page: index + 1, copy: 0 }),
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
    { numRuns: 40 },
  )
})

test('a copy differs from its original in the copy field alone, a side in the side field', () => {
  fc.assert(
    fc.property(anyBoxMark(30), fc.integer({ min: 1, max: 99 }), (mark, copy) => {
      const { elements } = layOut(mark)
      const copied = layOut(mark, { ...original, copy }).elements
      expect(copied.filter(({ name }) => name !== 'copy')).toEqual(elements)
      expect(copied.filter(({ name }) => name === 'copy')).toMatchObject([
        { text: `副本 ${copy} COPY ${copy}` },
      ])
      const other = layOut(mark, { ...original, side: 2 }).elements
      expect(other.filter(({ name }) => name !== 'side')).toEqual(
        elements.filter(({ name }) => name !== 'side'),
      )
    }),
    { numRuns: 20 },
  )
})

test('the total of cartons is printed only where it is known', () => {
  expect(texts(layOut(boxMark()))).toContain('7 / 18')
  expect(texts(layOut(bareMark()))).toContain('7')
  expect(texts(layOut(bareMark())).join()).not.toContain('7 /')
})

test('a mark says all that a forwarder, a carrier and a warehouse look for', () => {
  const said = texts(layOut(boxMark({ fbaShipmentId: 'FBA15ABCDEFG' })))
  expect(said).toEqual(
    expect.arrayContaining([
      'USLAX01',
      'SO-20261123-0042',
      '空运 AIR · LAX-EXPRESS · DDP 包税',
      '12.48 kg',
      '60 × 40 × 35.5 cm',
      '36 件 PCS',
      'MADE IN CHINA',
      'FBA15ABCDEFG',
      'UN3481',
      'PI967',
      '易碎',
      '面 SIDE 1/2',
      'LS 0003 0411 87 N',
      '2026-11-23 09:30',
      'A-03',
      '李小红',
      'BT-SPK-001-BLK',
      'X001234567',
    ]),
  )
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
  expect(layoutBoxMark(boxMark(), original, { ...tools, ...over })).toEqual({
    ok: false,
    error: { code: 'label-out-of-bounds', element },
  })
})

test('a page the carton does not have is refused', () => {
  expect(() => layOut(boxMark(), { ...original, page: 2 })).toThrow(RangeError)
  const items = Array.from({ length: markRows.first + 1 }, (_, index) => markItem(`A-${index}`))
  expect(texts(layOut(boxMark({ items }), { ...original, page: 2 }))).toContain('页 PAGE 2/2')
})
