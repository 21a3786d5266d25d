import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxMark } from '#tests/support/box-marks.ts'
import { layoutTools, overlap, withQuietZone } from '#tests/support/layout-tools.ts'
import {
  anyOtherLabel,
  palletLabel,
  parkingLabel,
  rulerLabel,
  unitLabel,
} from '#tests/support/other-labels.ts'
import { type LabelInput, mediaOf } from '#shared/domain/label-input.ts'
import { type LabelMedia, labelMedia } from '#shared/domain/label-media.ts'
import { parseRulerPlace, parseRulerSettings } from '#shared/domain/ruler-code.ts'
import type { LabelDocument } from './document.ts'
import { layOutLabel } from './lay-out-label.ts'

const layOut = (input: LabelInput, media: LabelMedia): LabelDocument => {
  const laidOut = layOutLabel(input, media, layoutTools)
  if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error))
  return laidOut.value
}

const said = ({ elements }: LabelDocument): string =>
  elements.flatMap((element) => (element.kind === 'text' ? [element.text] : [])).join('|')

const symbols = ({ elements }: LabelDocument): readonly string[] =>
  elements.flatMap((element) => ('data' in element ? [element.data] : []))

const all = [
  { kind: 'box-mark', mark: boxMark(), label: { side: 1, page: 1, copy: 0 } },
  palletLabel(),
  unitLabel(),
  parkingLabel(),
  rulerLabel(),
] as const satisfies readonly LabelInput[]

test('no text of a label touches another text, a symbol or its quiet zone, whatever it says', () => {
  fc.assert(
    fc.property(anyOtherLabel, (label) => {
      for (const media of mediaOf[label.kind]) {
        const { elements } = layOut(label, media)
        const written = elements.filter(({ kind }) => kind === 'text')
        const codes = elements
          .filter(({ kind }) => kind === 'qr' || kind === 'code128')
          .map(withQuietZone)
        for (const [index, text] of [...written, ...codes].entries()) {
          for (const other of [...written, ...codes].slice(index + 1)) {
            expect(overlap(text, other) ? `${media}: ${text.name} × ${other.name}` : '').toBe('')
          }
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('no module is wider than printers of their own symbols can print', () => {
  const fine = { ...layoutTools, dotsPerMm: 300 / 25.4 }
  for (const tools of [layoutTools, fine]) {
    for (const label of [palletLabel({ palletCode: 'P1' }), parkingLabel(), rulerLabel()]) {
      const laidOut = layOutLabel(label, '100x150', tools)
      if (!laidOut.ok) throw new Error(laidOut.error.code)
      for (const element of laidOut.value.elements) {
        if ('moduleDots' in element) expect(element.moduleDots).toBeLessThanOrEqual(10)
      }
    }
  }
})

test.each(all.map((input) => [input.kind, input] as const))(
  'a %s label is refused on media that it is not for, by both names',
  (kind, input) => {
    for (const media of labelMedia) {
      const { ok } = layOutLabel(input, media, layoutTools)
      expect([media, ok]).toEqual([media, mediaOf[kind].includes(media)])
    }
    const other = labelMedia.find((media) => !mediaOf[kind].includes(media))
    if (other === undefined) return
    expect(layOutLabel(input, other, layoutTools)).toEqual({
      ok: false,
      error: { code: 'label-media', kind, media: other },
    })
  },
)

test('a pallet label says which pallet of how many goes where, and which of the four it is', () => {
  const label = layOut(palletLabel(), '100x150')
  for (const fact of [
    'USLAX01',
    '3 / 12',
    '24 箱 CTNS',
    'SO-20261123-0042',
    '312.48 kg',
    '面 SIDE 2/4',
    '2026-11-23 17:30',
    'LSP0000001234K',
  ])
    expect(said(label)).toContain(fact)
  expect(symbols(label)).toEqual(['LSP0000001234K', 'LSP0000001234K'])
  const rest = (side: 1 | 4) =>
    layOut(palletLabel({ side }), '100x150').elements.filter(({ name }) => name !== 'side')
  expect(rest(1)).toEqual(rest(4))
})

test.each(mediaOf.unit)(
  'a unit label on %s is read by its FNSKU and says what it is on',
  (media) => {
    const label = layOut(unitLabel({ condition: 'used' }), media)
    expect(symbols(label)).toEqual(['X001234567'])
    expect(said(label)).toContain('X001234567|Bluetooth speaker')
    expect(said(label)).toContain('BT-SPK-001-BLK|二手 Used')
  },
)

test('a barcode that no unit label has room for is refused by its name', () => {
  expect(layOutLabel(unitLabel({ fnsku: 'X'.repeat(32) }), '50x25', layoutTools)).toEqual({
    ok: false,
    error: { code: 'label-out-of-bounds', element: 'code128' },
  })
})

test.each(mediaOf.parking)('a parking label on %s cannot be taken for a box mark', (media) => {
  const label = layOut(parkingLabel(), media)
  for (const fact of [
    '临时 不可出货',
    'TEMPORARY · DO NOT SHIP',
    'SO-20261123-0042',
    '8 件 PCS',
    'A-03 · 李小红',
    '2026-11-23 17:30',
    'LS 0003 0411 87 N',
  ])
    expect(said(label)).toContain(fact)
  expect(said(label).replaceAll('|', '')).toContain('接着装')
  expect(said(layOut(parkingLabel({ purpose: 'weighing' }), media))).toContain('待称重')
  // A command, which no scan-back can take for the code of a mark.
  expect(symbols(label)).toEqual(['LS!LS0003041187N', 'LS!LS0003041187N'])
})

test.each(mediaOf.ruler)(
  'a ruler label on %s tells its settings, and each code its place',
  (media) => {
    const codes = symbols(layOut(rulerLabel(), media))
    expect(new Set(codes).size).toBe(codes.length)
    const [settings] = codes.flatMap((code) => parseRulerSettings(code) ?? [])
    expect(settings).toEqual({
      printerId: 'mark',
      media,
      dpi: 203,
      offset: { x: -3, y: 12 },
      darkness: 15,
      speed: 4,
    })
    const places = codes.flatMap((code) => parseRulerPlace(code) ?? [])
    expect(places).toHaveLength(codes.length - 1)
    expect(places).toEqual(expect.arrayContaining(['TL', 'BR']))
  },
)

test.each(mediaOf.ruler)('the rulers on %s count from the edges of the label itself', (media) => {
  const { elements, width, height } = layOut(rulerLabel(), media)
  const tens = (axis: 'x' | 'y'): readonly (readonly [number, number])[] =>
    elements.flatMap((element) => {
      const [, at] = new RegExp(`^ruler\\.${axis}\\.(\\d+0)$`).exec(element.name) ?? []
      return at === undefined ? [] : [[Number(at), element[axis]] as const]
    })
  // A line on the printable border itself ends there, a dot earlier.
  for (const [at, place] of [...tens('x'), ...tens('y')])
    expect(at - place).toBeLessThanOrEqual(1 / layoutTools.dotsPerMm)
  expect(tens('x')).toHaveLength(Math.ceil(width / 10) - 1)
  expect(tens('y')).toHaveLength(Math.ceil(height / 10) - 1)
})
