import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { printerTroubles } from '#shared/domain/printer-status.ts'
import { type StatusDialect, statusDialects } from './dialects.ts'

const { zpl, tspl, escpos, cpcl } = statusDialects
const bytes = (...codes: readonly number[]): string => String.fromCharCode(...codes)
const trouble = (...troubles: readonly string[]) => ({ kind: 'trouble', troubles })
const ready = { kind: 'ready' }
const unknown = { kind: 'unknown' }

const hostStatus = (one: string, two: string): string =>
  `\u0002${one}\u0003\r\n\u0002${two}\u0003\r\n\u00021234,0\u0003\r\n`
const wellOne = '030,0,0,1245,000,0,0,0,000,0,0,0'
const wellTwo = '001,0,0,0,1,2,6,0,00000000,1,000'
const printerStatus = (errors: string): string =>
  `\u0002\r\n  PRINTER STATUS\r\n    ERRORS:         ${errors}\r\n    WARNINGS:       0 00000000 00000000\r\n\u0003`

describe('a Zebra', () => {
  it.each([
    ['well', hostStatus(wellOne, wellTwo), ready],
    ['out of paper', hostStatus('030,1,0,1245,000,0,0,0,000,0,0,0', wellTwo), trouble('paper-out')],
    [
      'paused with its head up and no ribbon',
      hostStatus('030,0,1,1245,000,0,0,0,000,0,0,0', '001,0,1,1,1,2,6,0,00000012,1,000'),
      trouble('head-open', 'ribbon-out', 'paused'),
    ],
    ['unknown by half an answer', hostStatus('garbled', wellTwo), unknown],
    ['unknown by the other half', `\u0002${wellOne}\u0003\r\n`, unknown],
    ['well by ~HQES', printerStatus('0 00000000 00000000'), ready],
    [
      'told by ~HQES',
      printerStatus('1 00000000 00010005'),
      trouble('head-open', 'paper-out', 'paused'),
    ],
    ['broken in a way we have no word for', printerStatus('1 00000000 00000200'), trouble('fault')],
    [
      'told by both',
      hostStatus(wellOne, wellTwo) + printerStatus('1 00000000 00000008'),
      trouble('cutter'),
    ],
  ])('is %s', (_what, reply, status) => {
    expect(zpl.read(reply)).toEqual(status)
  })
  it('has said all with the end of ~HQES, and not before', () => {
    const reply = hostStatus(wellOne, wellTwo) + printerStatus('0 00000000 00000000')
    for (let length = 0; length < reply.lastIndexOf('\u0003'); length += 1)
      expect(zpl.isWhole(reply.slice(0, length))).toBe(false)
    expect(zpl.isWhole(reply)).toBe(true)
  })
})

describe('a TSPL printer', () => {
  it.each([
    ['well', bytes(0), ready],
    ['printing', bytes(0x20), ready],
    ['out of paper, its head open', bytes(0x05), trouble('head-open', 'paper-out')],
    ['well by ESC ! S', '\u0002@@@@\u0003\r\n', ready],
    ['out of paper by ESC ! S', '\u0002E@@A\u0003\r\n', trouble('paper-out')],
    ['paused', '\u0002`@@@\u0003\r\n', trouble('paused')],
    ['hot, its cutter jammed', '\u0002E@I@\u0003\r\n', trouble('cutter', 'too-hot')],
    ['told by both', `${bytes(0x02)}\u0002E@@D\u0003\r\n`, trouble('ribbon-out', 'jam')],
    ['jammed without ribbon', bytes(0x0a), trouble('ribbon-out', 'jam')],
    ['open without paper and ribbon', bytes(0x0d), trouble('head-open', 'paper-out', 'ribbon-out')],
    ['broken without saying how', '\u0002E@@@\u0003\r\n', trouble('fault')],
    ['speaking as receipt printers do', bytes(0x12), unknown],
  ])('is %s', (_what, reply, status) => {
    expect(tspl.read(reply)).toEqual(status)
  })
})

describe('a receipt printer', () => {
  it.each([
    ['well', bytes(0x12, 0x12, 0x12), ready],
    ['near the end of its paper', bytes(0x12, 0x12, 0x1e), ready],
    ['out of paper', bytes(0x1a, 0x32, 0x72), trouble('paper-out')],
    ['open', bytes(0x1a, 0x16, 0x12), trouble('cover-open')],
    ['off line for a reason it keeps', bytes(0x1a, 0x12, 0x12), trouble('offline')],
    ['unknown by one answer of three', bytes(0x12), unknown],
    ['speaking another language', 'OK\r', unknown],
  ])('is %s', (_what, reply, status) => {
    expect(escpos.read(reply)).toEqual(status)
  })
})

describe('a CPCL printer', () => {
  it.each([
    ['well', bytes(0), ready],
    ['busy with a low battery', bytes(9), ready],
    ['out of paper, its latch open', bytes(6), trouble('head-open', 'paper-out')],
    ['speaking another language', 'h', unknown],
  ])('is %s', (_what, reply, status) => {
    expect(cpcl.read(reply)).toEqual(status)
  })
})

const dialects: readonly (readonly [string, StatusDialect])[] = Object.entries(statusDialects)

test.each(dialects)('silence is unknown to %s, never well', (_name, { read }) => {
  expect(read('')).toEqual(unknown)
})

test.each(dialects)(
  'whatever comes back, %s gives a status at once',
  (_name, { read, isWhole }) => {
    const replies = [
      hostStatus(wellOne, wellTwo),
      printerStatus('1 0 0'),
      '\u0002E@@A\u0003',
      '~HS',
    ]
    const piece = fc.oneof(
      fc.constantFrom(...replies),
      fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => bytes(code)) }),
      fc.string({ unit: 'binary' }),
    )
    const hostile = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(hostile, (reply) => {
        const status = read(reply)
        expect(typeof isWhole(reply)).toBe('boolean')
        if (status.kind !== 'trouble') return
        expect(status.troubles.length).toBeGreaterThan(0)
        expect(printerTroubles).toEqual(expect.arrayContaining([...status.troubles]))
      }),
      { numRuns: 2_000 },
    )
    expect(read('\u0002'.repeat(1_000_000))).toEqual(unknown)
    expect(read('ERRORS: '.repeat(100_000))).toEqual(unknown)
  },
)
