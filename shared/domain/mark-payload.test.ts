import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { base32 } from './base32.ts'
import type { BoxMarkItem } from './box-mark.ts'
import { cartonCode, maxCartonSerial } from './carton-code.ts'
import { markPayload, markTextLength, parseMark } from './mark-payload.ts'
import type { OrderNo, Sku } from './order.ts'

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest()

const item = (sku: string, quantity: number): BoxMarkItem => ({
  sku: sku as Sku,
  nameZh: '',
  nameEn: '',
  quantity,
})

const markOf = (items: readonly BoxMarkItem[], warehouse = 'USLAX01') => ({
  cartonCode: cartonCode(3_041_187),
  orderNo: 'SO-2025-000123' as OrderNo,
  warehouse: {
    code: warehouse,
    nameZh: '',
    nameEn: '',
    country: 'US',
    addressLines: [],
    postcode: '90001',
  },
  cartonNo: 7,
  revision: 1,
  items,
})

const skuText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 64, unit: 'binary-ascii' }),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  fc.stringMatching(/^[%;,*=+|~^_ A-Z0-9-]{1,40}$/),
)
const skuItem = fc.record({ sku: skuText, quantity: fc.integer({ min: 1, max: 99_999 }) })
const marks = fc
  .record({
    serial: fc.integer({ min: 0, max: maxCartonSerial }),
    order: fc.stringMatching(/^[A-Z0-9-]{1,32}$/),
    warehouse: fc.string({ minLength: 1, maxLength: 16, unit: 'grapheme' }),
    cartonNo: fc.integer({ min: 1, max: 99_999 }),
    revision: fc.integer({ min: 0, max: 99 }),
    items: fc.uniqueArray(skuItem, { selector: ({ sku }) => sku, maxLength: 200 }),
  })
  .map(({ serial, order, warehouse, cartonNo, revision, items }) => ({
    ...markOf(
      items.map(({ sku, quantity }) => item(sku, quantity)),
      warehouse,
    ),
    cartonCode: cartonCode(serial),
    orderNo: order as OrderNo,
    cartonNo,
    revision,
  }))

test('base32 gives the vectors of RFC 4648', () => {
  const bytes = new TextEncoder().encode('foobar')
  expect(base32(bytes, 10)).toBe('MZXW6YTBOI')
  expect(base32(bytes.subarray(0, 4), 10)).toBe('MZXW6YQ')
  expect(base32(bytes, 3)).toBe('MZX')
})

test('the text holds every part in order, SKUs by their bytes and separators percent-encoded', () => {
  const mark = markOf([item('b', 2), item('A;1*%', 10), item('中', 1), item('a,=', 3)])
  const digest = base32(
    sha256('LS0003041187N|SO-2025-000123|USLAX01|7|1|A%3B1%2A%25*10,a%2C%3D*3,b*2,%E4%B8%AD*1'),
    12,
  )
  expect(markPayload(mark, sha256)).toBe(
    `LSC1;C=LS0003041187N;O=SO-2025-000123;W=USLAX01;N=7;R=1;D=${digest};S=A%3B1%2A%25*10,a%2C%3D*3,b*2,%E4%B8%AD*1`,
  )
})

test('code points beyond the first plane sort after the private use area, as their bytes do', () => {
  const text = markPayload(markOf([item('\u{20000}', 1), item('\u{E000}', 1)]), sha256)
  expect(text.endsWith('S=%EE%80%80*1,%F0%A0%80%80*1')).toBe(true)
})

test('too many SKUs are cut at a whole SKU and counted', () => {
  const items = Array.from({ length: 200 }, (_, index) =>
    item(`SKU-${String(index).padStart(4, '0')}`, 12),
  )
  const text = markPayload(markOf(items), sha256)
  const kept = text.split(',').length - 1
  expect(text.length).toBeLessThanOrEqual(markTextLength)
  expect(text.length).toBeGreaterThan(markTextLength - 'SKU-0000*12,'.length)
  expect(text.endsWith(`,+${200 - kept}`)).toBe(true)
})

test('whatever a mark says is read back, and its text is short printable ASCII', () => {
  fc.assert(
    fc.property(marks, (mark) => {
      const text = markPayload(mark, sha256)
      expect(text).toMatch(/^[ -~]*$/)
      expect(text.length).toBeLessThanOrEqual(markTextLength)
      expect(parseMark(text, sha256)).toEqual({
        code: mark.cartonCode,
        orderNo: mark.orderNo,
        warehouse: mark.warehouse.code.toWellFormed(),
        cartonNo: mark.cartonNo,
        revision: mark.revision,
        digest: /;D=([A-Z2-7]{12});/.exec(text)?.[1],
      })
    }),
  )
})

test('the same contents give the same text in whatever order they were packed', () => {
  fc.assert(
    fc.property(marks, (mark) => {
      const reversed = { ...mark, items: mark.items.toReversed() }
      expect(markPayload(reversed, sha256)).toBe(markPayload(mark, sha256))
    }),
  )
})

test('a mark with any one character changed is not read', () => {
  const short = marks.filter((mark) => mark.items.length <= 3)
  fc.assert(
    fc.property(short, fc.nat(), fc.integer({ min: 32, max: 126 }), (mark, at, replacement) => {
      const text = markPayload(mark, sha256)
      fc.pre(!/[=,]\+\d+$/.test(text))
      const index = at % text.length
      const character = String.fromCodePoint(replacement)
      fc.pre(text.charAt(index) !== character)
      const changed = text.slice(0, index) + character + text.slice(index + 1)
      expect(parseMark(changed, sha256)).toBeNull()
    }),
    { numRuns: 500 },
  )
})

test('no text at all makes the reader throw', () => {
  const pieces = fc.constantFrom(
    'LSC1;',
    'C=LS0003041187N;',
    'O=A;',
    'W=%',
    'W=%FF;',
    'N=1;',
    'R=0;',
    'D=AAAAAAAAAAAA;',
    'S=',
    'S=A*1,+3',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
      const read = parseMark(parts.join(''), sha256)
      expect(read === null || read.code.length === 13).toBe(true)
    }),
  )
})

test('a mark that leaves SKUs out is read without its digest being proved', () => {
  const text = 'LSC1;C=LS0003041187N;O=A;W=B;N=1;R=0;D=AAAAAAAAAAAA;S=A*1,+3'
  expect(parseMark(text, sha256)?.digest).toBe('AAAAAAAAAAAA')
  expect(parseMark(text.replace(',+3', ''), sha256)).toBeNull()
  expect(parseMark(text.replace('1187N', '1187M'), sha256)).toBeNull()
})
