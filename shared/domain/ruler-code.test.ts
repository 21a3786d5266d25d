import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelMedia } from './label-media.ts'
import {
  parseRulerPlace,
  parseRulerSettings,
  type RulerPlace,
  rulerPlaceCode,
  rulerSettingsCode,
} from './ruler-code.ts'

const dots = fc.integer({ min: -999, max: 999 })
const settings = fc.record({
  printerId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 }),
  media: fc.constantFrom(...labelMedia),
  dpi: fc.constantFrom(203, 300),
  offset: fc.record({ x: dots, y: dots }),
  darkness: fc.option(fc.integer({ min: -30, max: 30 })),
  speed: fc.option(fc.integer({ min: 1, max: 18 })),
})

test('what a ruler code says comes back, in printable ASCII', () => {
  fc.assert(
    fc.property(settings, (said) => {
      const code = rulerSettingsCode(said)
      expect(code).toMatch(/^[ -~]+$/)
      const printerId = said.printerId.toWellFormed()
      expect(parseRulerSettings(code)).toEqual({ ...said, printerId })
    }),
  )
})

test('places come back, and nothing else is taken for one', () => {
  for (const place of ['TL', 'TR', 'BL', 'BR', 'N2', 'N9'] satisfies RulerPlace[])
    expect(parseRulerPlace(rulerPlaceCode(place))).toBe(place)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parseRulerPlace(text)).toBeNull()
      expect(parseRulerSettings(text)).toBeNull()
    }),
  )
  expect(parseRulerSettings('LSR1;P=%;M=72;D=203;X=0;Y=0;K=-;V=-')).toBeNull()
  expect(parseRulerSettings('LSR1;P=a;M=80;D=203;X=0;Y=0;K=-;V=-')).toBeNull()
})
