import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxScanLength, unreadable } from '#shared/domain/scan-code.ts'
import { type FramingOptions, type ScanFraming, scanFramings } from '#shared/domain/scan-framing.ts'
import { createFraming, type Framed } from './framing.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const shown = (framed: readonly Framed[]): readonly (string | null)[] =>
  framed.map((found) => (found.kind === 'scan' ? found.text : null))
const read = (text: string | Uint8Array, options?: FramingOptions): readonly (string | null)[] =>
  shown(createFraming(options).take(typeof text === 'string' ? bytes(text) : text))

const wrap: Readonly<Record<Exclude<ScanFraming, 'none'>, (text: string) => string>> = {
  line: (text) => `${text}\r\n`,
  cr: (text) => `${text}\r`,
  lf: (text) => `${text}\n`,
  crlf: (text) => `${text}\r\n`,
  tab: (text) => `${text}\t`,
  'stx-etx': (text) => `\u0002${text}\u0003`,
}
const marked = scanFramings.filter((framing) => framing !== 'none')
const code = fc.stringMatching(/^[ -~]{1,60}$/)

/** Cuts bytes at these places, given as shares of the whole. */
const cutAt = (all: Uint8Array, shares: readonly number[]): readonly Uint8Array[] => {
  const cuts = shares.map((share) => Math.floor(share * all.length)).toSorted((a, b) => a - b)
  return [...cuts, all.length].map((end, index) => all.subarray(cuts[index - 1] ?? 0, end))
}

describe('what ends a scan', () => {
  test.each(marked)('%s: two scans in one chunk are two', (framing) => {
    const text = wrap[framing]('A1') + wrap[framing]('B2')
    expect(read(text, { framing })).toEqual(['A1', 'B2'])
  })

  test('CR, LF and both end a line, and an empty line is no scan', () => {
    expect(read('A\rB\nC\r\n\r\n\nD\r')).toEqual(['A', 'B', 'C', 'D'])
  })

  test('other ends are not taken for it', () => {
    expect(read('A\nB\tC\r', { framing: 'cr' })).toEqual(['ABC'])
    expect(read('A\rB\nC\r\n', { framing: 'crlf' })).toEqual(['ABC'])
  })

  test('silence, where nothing else does', () => {
    const framing = createFraming({ framing: 'none', gapMs: 40 })
    expect(framing.gapMs).toBe(40)
    expect(framing.isUnfinished()).toBe(false)
    expect(framing.take(bytes('69253'))).toEqual([])
    expect(framing.take(bytes('40310318'))).toEqual([])
    expect(framing.isUnfinished()).toBe(true)
    expect(shown(framing.rest())).toEqual(['6925340310318'])
    expect(framing.isUnfinished()).toBe(false)
    expect(framing.rest()).toEqual([])
  })
})

describe('what is in a scan', () => {
  test('prefix and suffix are taken off where they are there', () => {
    const options = { prefix: '~A', suffix: '#' }
    expect(read('~A123#\r123\r~A~A#\r', options)).toEqual(['123', '123', '~A'])
  })

  test('control characters are not, but GS', () => {
    expect(read('\u0000\u000201\u0007AB\u001DC\u007F\r')).toEqual(['01AB\u001DC'])
  })

  test('text in UTF-8, else in GB18030', () => {
    expect(read('蓝牙耳机-01\r')).toEqual(['蓝牙耳机-01'])
    const gb18030 = Uint8Array.of(0xc0, 0xb6, 0xd1, 0xc0, 0x2d, 0x30, 0x31, 0x0d)
    expect(read(gb18030)).toEqual(['蓝牙-01'])
  })

  test('what nobody can read is marked, not lost', () => {
    expect(read(Uint8Array.of(0xff, 0xfe, 0x80, 0x0d))).toEqual([unreadable])
  })

  test('what is too long is marked, and the next scan is whole', () => {
    const [long, next] = read(`${'x'.repeat(50_000)}\rA1\r`)
    expect(long?.endsWith(unreadable)).toBe(true)
    expect(next).toBe('A1')
    expect(read(`${'箱'.repeat(maxScanLength)}\r`)).toEqual(['箱'.repeat(maxScanLength)])
  })
})

describe('a scan that breaks off', () => {
  test.each(marked)('%s: is told once, and not glued to the next one', (framing) => {
    const taken = createFraming({ framing })
    expect(taken.take(bytes(framing === 'stx-etx' ? '\u000269253' : '69253'))).toEqual([])
    expect(taken.isUnfinished()).toBe(true)
    expect(taken.rest()).toEqual([{ kind: 'fragment' }])
    expect(taken.isUnfinished()).toBe(false)
    expect(taken.rest()).toEqual([])
    expect(shown(taken.take(bytes(wrap[framing]('A1'))))).toEqual(['A1'])
  })

  test.each(scanFramings)('%s: by an unplugged line', (framing) => {
    const taken = createFraming({ framing })
    taken.take(bytes('69253'))
    expect(taken.cut()).toEqual([{ kind: 'fragment' }])
    expect(taken.cut()).toEqual([])
  })

  test('by a new beginning, or without one', () => {
    expect(read('\u0002692\u0002A1\u0003', { framing: 'stx-etx' })).toEqual([null, 'A1'])
    expect(read('692\u0003\u0002A1\u0003\r\n', { framing: 'stx-etx' })).toEqual([null, 'A1'])
  })
})

test('chunks do not matter', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })
  fc.assert(
    fc.property(
      fc.constantFrom(...marked),
      fc.array(fc.oneof(code, fc.constant('蓝牙耳机')), { maxLength: 8 }),
      shares,
      (framing, codes, cuts) => {
        const all = bytes(codes.map(wrap[framing]).join(''))
        const taken = createFraming({ framing })
        const found = cutAt(all, cuts).flatMap((chunk) => taken.take(chunk))
        expect(shown(found)).toEqual(codes)
        expect(taken.cut()).toEqual([])
      },
    ),
  )
})

test('any bytes: scans are clean and bounded, and nothing is held for ever', () => {
  const chunk = fc.tuple(fc.uint8Array({ maxLength: 400 }), fc.boolean())
  fc.assert(
    fc.property(
      fc.constantFrom(...scanFramings),
      fc.array(chunk, { maxLength: 30 }),
      (framing, chunks) => {
        const taken = createFraming({ framing })
        const found = chunks.flatMap(([noise, rests]) => [
          ...taken.take(noise),
          ...(rests ? taken.rest() : []),
        ])
        for (const text of shown(found)) {
          if (text === null) continue
          expect(text.length).toBeLessThanOrEqual(5_000)
          expect(text).not.toMatch(/[\u0000-\u001C\u001E\u001F\u007F]/)
        }
        taken.rest()
        expect(taken.isUnfinished()).toBe(false)
      },
    ),
  )
})
