import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scaleProtocols, type ScaleReport } from '#shared/domain/scale-protocol.ts'
import {
  limitsOf,
  type Shown,
  tellsNet,
  tellsRest,
  toledoWithCheck,
  writeFrame,
} from '#tests/support/scale-frames.ts'
import { protocols } from './all.ts'
import type { ScaleParser } from './protocol.ts'

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const serialProtocols = scaleProtocols.filter((id) => id !== 'hid')
/** Lines are believed only behind the end of another one. */
const opened = (id: (typeof scaleProtocols)[number]): ScaleParser => {
  const parser = protocols[id].createParser()
  if (id !== 'hid') parser.push(latin1('\r\n'))
  return parser
}
const weight = (grams: number, stable: boolean | null, net = false): ScaleReport => ({
  kind: 'weight',
  grams,
  stable,
  net,
})

describe('frames as the manuals print them', () => {
  test.each<[(typeof scaleProtocols)[number], string, readonly ScaleReport[]]>([
    ['yaohua-a9', '\u0002+012345218\u0003', [weight(123_450, null)]],
    ['yaohua-a12ss', 'ww012.350kg\r\n', [weight(12_350, null)]],
    ['yaohua-a12ss', 'wn-00.350kg\r\n', [weight(-350, null, true)]],
    ['yaohua-a12ss', 'wt001.000kg\r\n', []],
    ['mt-sics', 'S S      12.35 kg\r\n', [weight(12_350, true)]],
    ['mt-sics', 'S D      12.35 kg\r\n', [weight(12_350, false)]],
    ['mt-sics', 'S S     -100.00 g\r\n', [weight(-100, true)]],
    ['mt-sics', 'S S       1.0000 lb\r\n', [weight(454, true)]],
    ['mt-sics', 'S I\r\n', [{ kind: 'motion' }]],
    ['mt-sics', 'S +\r\n', [{ kind: 'overload' }]],
    ['mt-sics', 'S -\r\n', [{ kind: 'underload' }]],
    ['mt-sics', 'TA A      1.00 kg\r\nS S      12.35 kg\r\n', [weight(12_350, true, true)]],
    [
      'mt-sics',
      'T S      1.00 kg\r\nTA A      0.00 kg\r\nS S      12.35 kg\r\n',
      [weight(12_350, true)],
    ],
    ['mt-sics', 'Z A\r\nES\r\n', []],
    ['and', 'ST,GS,+00012.35kg\r\n', [weight(12_350, true)]],
    ['and', 'US,NT,-00012.35 kg\r\n', [weight(-12_350, false, true)]],
    ['and', 'ST,GS,+0000.005 g \r\n', [weight(0, true)]],
    ['and', 'OL,GS,+9999999E+19kg\r\n', []],
    ['and', 'OL,GS,+       .kg\r\n', [{ kind: 'overload' }]],
    ['and', 'ST,TR,+00001.00kg\r\n', []],
    ['cas', 'ST,GS,1\u00C0,+0012.35 kg\r\n', [weight(12_350, true)]],
    ['cas', 'OL,GS,1\u0080,+0000.00 kg\r\n', [{ kind: 'overload' }]],
    ['ohaus', '    12.35 kg     G\r\n', [weight(12_350, true)]],
    ['ohaus', '    12.35 kg ?   NET\r\n', [weight(12_350, false, true)]],
    ['ohaus', '   -0.05 lb\r\n', [weight(-23, true)]],
    ['ohaus', '     1.00 kg     T\r\n', []],
  ])('%s %j', (id, text, reports) => {
    expect(opened(id).push(latin1(text))).toEqual(reports)
  })

  test.each([
    [[3, 4, 0x03, 0xfe, 0xd3, 0x04], [weight(12_350, true)]],
    [[3, 3, 0x0c, 0xff, 0x64, 0x00], [weight(4536, false)]],
    [[3, 4, 0x0b, 0xff, 0xa0, 0x00], [weight(454, true)]],
    [[3, 2, 0x02, 0, 0, 0], [weight(0, true)]],
    [[3, 1, 0x02, 0, 0, 0], [{ kind: 'fault' }]],
    [[3, 5, 0x02, 0, 0, 0], [{ kind: 'underload' }]],
    [[3, 6, 0x02, 0, 0, 0], [{ kind: 'overload' }]],
    [[3, 8, 0x02, 0, 0, 0], [{ kind: 'fault' }]],
    [[3, 9, 0x02, 0, 0, 0], []],
    [[3, 4, 0x05, 0, 1, 0], []],
    [[3, 4, 0x02], []],
    [[1, 4, 0x02, 0, 1, 0], []],
    [[], []],
  ])('hid %j', (report, reports) => {
    expect(opened('hid').push(Uint8Array.from(report))).toEqual(reports)
  })

  test('a Toledo that is too heavy, or below its zero, or has none yet', () => {
    const frame = writeFrame.toledo({ grams: 12_350, stable: true, net: false })
    const withB = (bits: number): readonly ScaleReport[] => {
      const bytes = Buffer.from(frame)
      bytes[2] = (bytes[2] ?? 0) | bits
      return opened('toledo').push(Buffer.concat([bytes, Buffer.from([2])]))
    }
    expect(withB(0b100)).toEqual([{ kind: 'overload' }])
    expect(withB(0b110)).toEqual([{ kind: 'underload' }])
    expect(withB(0b100_0000)).toEqual([{ kind: 'fault' }])
  })
})

const shownBy = (id: (typeof scaleProtocols)[number]): fc.Arbitrary<Shown> =>
  fc.record({ grams: fc.integer(limitsOf(id)), stable: fc.boolean(), net: fc.boolean() })

const expected = (id: (typeof scaleProtocols)[number], { grams, stable, net }: Shown) => ({
  kind: 'weight',
  grams,
  // At zero a USB scale says so instead of saying whether it rests.
  stable: id === 'hid' && grams === 0 ? true : tellsRest.has(id) ? stable : null,
  net: tellsNet.has(id) && net,
})

/** Feeds bytes in pieces of these lengths, over and over. */
const feed = (parser: ScaleParser, bytes: Buffer, cuts: readonly number[]): ScaleReport[] => {
  const reports: ScaleReport[] = []
  let start = 0
  for (let index = 0; start < bytes.length; index += 1) {
    const length = cuts[index % cuts.length] ?? bytes.length
    reports.push(...parser.push(bytes.subarray(start, start + length)))
    start += length
  }
  return reports
}
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })

describe.each(scaleProtocols)('%s', (id) => {
  test('gives back every weight that a scale shows', () => {
    fc.assert(
      fc.property(shownBy(id), (shown) => {
        const parser = opened(id)
        const frame = writeFrame[id](shown)
        const told = [...parser.push(frame), ...(id === 'hid' ? [] : parser.push(frame))]
        expect(told[0]).toEqual(expected(id, shown))
        expect(parser.counts().bad).toBe(0)
      }),
    )
  })

  test('never throws, and keeps its figures, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (chunks) => {
        const parser = protocols[id].createParser()
        for (const chunk of chunks) {
          for (const report of parser.push(chunk)) {
            if (report.kind === 'weight') expect(Number.isSafeInteger(report.grams)).toBe(true)
          }
        }
        const { frames, bad, noise } = parser.counts()
        expect(frames + bad + noise).toBeLessThanOrEqual(
          chunks.flatMap((chunk) => [...chunk]).length,
        )
      }),
    )
  })
})

describe.each(serialProtocols)('%s on the wire', (id) => {
  test('says the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(shownBy(id), { minLength: 1, maxLength: 10 }), cuts, (all, lengths) => {
        const stream = Buffer.concat([...all, ...all.slice(-1)].map(writeFrame[id]))
        const whole = opened(id).push(stream)
        expect(feed(opened(id), stream, lengths)).toEqual(whole)
        expect(whole.slice(0, all.length)).toEqual(all.map((shown) => expected(id, shown)))
      }),
    )
  })

  test('finds the next frame behind any noise, and never makes a weight of it', () => {
    const noise = fc
      .uint8Array({ minLength: 1, maxLength: 80 })
      .filter((bytes) => !bytes.includes(2))
    fc.assert(
      fc.property(shownBy(id), noise, (shown, garbage) => {
        const parser = opened(id)
        const frame = writeFrame[id](shown)
        const told = [
          ...parser.push(frame),
          ...parser.push(garbage),
          ...parser.push(latin1('\r\n')),
          // Noise that looks like a checksum costs a Toledo three frames.
          ...parser.push(Buffer.concat(Array.from({ length: 6 }, () => frame))),
        ].filter(({ kind }) => kind === 'weight')
        expect(told.length).toBeGreaterThanOrEqual(2)
        for (const report of told) expect(report).toEqual(expected(id, shown))
      }),
    )
  })

  test('takes time in proportion to the noise', () => {
    const parser = opened(id)
    const noise = Buffer.alloc(1_000_000, 'S')
    for (let start = 0; start < noise.length; start += 4_096) {
      expect(parser.push(noise.subarray(start, start + 4_096))).toEqual([])
    }
    const shown = { grams: 12_350, stable: true, net: false }
    const frame = writeFrame[id](shown)
    const told = parser.push(Buffer.concat([latin1('\r\n'), frame, frame, frame]))
    expect(told.at(0)).toEqual(expected(id, shown))
  })
})

test.each(['yaohua-a9', 'yaohua-a12e'] as const)(
  '%s has a checksum: no damaged frame is taken for another weight',
  (id) => {
    fc.assert(
      fc.property(shownBy(id), fc.nat(60), fc.integer({ min: 1, max: 255 }), (shown, at, flip) => {
        const frame = writeFrame[id](shown)
        const place = at % frame.length
        const damaged = Buffer.from(frame)
        damaged[place] = (damaged[place] ?? 0) ^ flip
        const told = opened(id).push(Buffer.concat([damaged, frame, frame]))
        expect(told.length).toBeGreaterThanOrEqual(1)
        for (const report of told) expect(report).toEqual(expected(id, shown))
      }),
    )
  },
)

test('a Toledo with a checksum is learned, and then a wrong one is dropped and counted', () => {
  fc.assert(
    fc.property(
      fc.array(shownBy('toledo'), { minLength: 2, maxLength: 8 }),
      cuts,
      (all, lengths) => {
        const parser = opened('toledo')
        const told = feed(parser, Buffer.concat(all.map(toledoWithCheck)), lengths)
        expect(told).toEqual(all.map((shown) => expected('toledo', shown)))
        const [first] = all
        if (first === undefined) return
        const wrong = toledoWithCheck(first)
        wrong[5] = wrong[5] === 0x31 ? 0x32 : 0x31
        const before = parser.counts().bad
        const after = parser.push(Buffer.concat([wrong, toledoWithCheck(first)]))
        expect(after).toEqual([expected('toledo', first)])
        expect(parser.counts().bad).toBeGreaterThan(before)
      },
    ),
  )
})
