import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxScanLength, unreadable } from '#shared/domain/scan-code.ts'
import { hidPosReports } from '#tests/support/hid-pos-report.ts'
import { createHidPosFraming } from './hid-pos.ts'
import type { Framed } from './framing.ts'

const shown = (framed: readonly Framed[]): readonly (string | null)[] =>
  framed.map((found) => (found.kind === 'scan' ? found.text : null))
const read = (...reports: readonly Uint8Array[]): readonly (string | null)[] => {
  const framing = createHidPosFraming()
  return shown(reports.flatMap((report) => framing.take(report)))
}

test('an EAN-13, byte by byte as the layout has it', () => {
  const report = new Uint8Array(64)
  report.set([0x02, 13, 0x5d, 0x45, 0x30])
  report.set(Buffer.from('6925340310318'), 5)
  report.set([0x64, 0x00, 0x00], 61)
  expect(read(report)).toEqual([']E06925340310318'])
})

test('a scan over several reports is one, and its AIM id stands once', () => {
  const long = `LSC1;C=LS0003041187N;${'S=SKU*1,'.repeat(20)}`
  const reports = hidPosReports(long, ']Q1')
  expect(reports).toHaveLength(4)
  expect(read(...reports, ...hidPosReports('A1'))).toEqual([`]Q1${long}`, 'A1'])
  expect(read(...hidPosReports(']Q1ABC\r', ']Q1'))).toEqual([']Q1ABC'])
})

test('reports of another kind are no scans', () => {
  expect(read(Uint8Array.of(4, 1), Uint8Array.of(), ...hidPosReports('A1'))).toEqual(['A1'])
})

test('a report that is cut short, or tells a length beyond it, is a broken scan', () => {
  const [whole = new Uint8Array()] = hidPosReports('6925340310318')
  const longer = Uint8Array.from(whole)
  longer[1] = 57
  expect(read(whole.subarray(0, 20), longer, ...hidPosReports('A1'))).toEqual([null, null, 'A1'])
})

test('a scan whose next report never comes is broken, and not glued to the next', () => {
  const framing = createHidPosFraming({ gapMs: 90 })
  const [first = new Uint8Array()] = hidPosReports('x'.repeat(100))
  expect(framing.gapMs).toBe(90)
  expect(framing.take(first)).toEqual([])
  expect(framing.isUnfinished()).toBe(true)
  expect(shown(framing.rest())).toEqual([null])
  framing.take(first)
  expect(shown(framing.cut())).toEqual([null])
  expect(framing.cut()).toEqual([])
  expect(hidPosReports('A1').flatMap((report) => shown(framing.take(report)))).toEqual(['A1'])
})

test('one that goes on for ever is held bounded and refused', () => {
  const framing = createHidPosFraming()
  const reports = hidPosReports('x'.repeat(100_000))
  const [text] = shown(reports.flatMap((report) => framing.take(report)))
  expect(text?.endsWith(unreadable)).toBe(true)
  expect(text?.length).toBeLessThan(5 * maxScanLength)
})

test('any data of any length comes back as it was', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-\\^-~]{1,400}$/), (text) => {
      expect(read(...hidPosReports(text, ']C1'))).toEqual([`]C1${text}`])
    }),
  )
})

test('any reports: never throws, never holds on', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 70 })), (reports) => {
      const framing = createHidPosFraming()
      for (const report of reports) framing.take(report)
      framing.rest()
      expect(framing.isUnfinished()).toBe(false)
    }),
  )
})
