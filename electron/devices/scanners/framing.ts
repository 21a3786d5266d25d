import { maxScanLength, unreadable } from '#shared/domain/scan-code.ts'
import type { FramingOptions, ScanFraming } from '#shared/domain/scan-framing.ts'
import { scanText } from './scan-text.ts'

/** What came of the bytes. A fragment is a scan that broke off: it is nobody's code, but the packer has to be told. */
export type Framed =
  | { readonly kind: 'scan'; readonly text: string }
  | { readonly kind: 'fragment' }

/**
 * Cuts what a scanner sends into scans, however it arrives. It holds one scan at most, and knows no time: whoever feeds it
 * calls `rest` when nothing came for `gapMs`, for only there is known whether it was silent or nobody listened.
 */
export interface Framing {
  /** Longest pause within one scan in ms. */
  readonly gapMs: number
  take(bytes: Uint8Array): readonly Framed[]
  /** Whether silence would end something. */
  isUnfinished(): boolean
  /** Silence: ends what it ends, and gives up what should have had another end. */
  rest(): readonly Framed[]
  /** The line was cut: nothing that comes later belongs to what came before. */
  cut(): readonly Framed[]
}

const stx = 0x02
const etx = 0x03
const tab = 0x09
const lf = 0x0a
const cr = 0x0d
const gs = 0x1d
const space = 0x20
const del = 0x7f

/** A character has at most four bytes in either encoding; prefix and suffix are short. */
const mostBytes = 4 * (maxScanLength + 128)

const ends: Readonly<Record<ScanFraming, readonly number[]>> = {
  line: [cr, lf],
  cr: [cr],
  lf: [lf],
  crlf: [lf],
  tab: [tab],
  'stx-etx': [etx],
  none: [],
}

/** Pauses of a line of 9600 baud behind a USB converter are shorter; a packer's next scan comes later. */
const defaultGapMs = { framed: 300, none: 100 }

/** Control characters never get into a scan, but GS. */
const isData = (byte: number): boolean => (byte >= space && byte !== del) || byte === gs

export const createFraming = (options: FramingOptions = {}): Framing => {
  const { framing = 'line' } = options
  const endsBySilence = framing === 'none'
  const held = new Uint8Array(mostBytes)
  let length = 0
  /** More came than one scan can hold; the rest of it is let go. */
  let isTooLong = false
  /** Between STX and ETX, where those are used. */
  let isInside = framing !== 'stx-etx'
  let before = 0

  const clear = (): void => {
    length = 0
    isTooLong = false
    isInside = framing !== 'stx-etx'
  }

  const add = (byte: number): void => {
    if (length === mostBytes) isTooLong = true
    else held[length++] = byte
  }

  const finish = (): readonly Framed[] => {
    const isEmpty = length === 0
    const text = scanText(held.subarray(0, length), options) + (isTooLong ? unreadable : '')
    clear()
    return isEmpty ? [] : [{ kind: 'scan', text }]
  }

  const breakOff = (): readonly Framed[] => {
    const isEmpty = length === 0
    clear()
    return isEmpty ? [] : [{ kind: 'fragment' }]
  }

  const isEnd = (byte: number): boolean =>
    framing === 'crlf' ? byte === lf && before === cr : ends[framing].includes(byte)

  const next = (byte: number): readonly Framed[] => {
    if (framing === 'stx-etx' && byte === stx) {
      const broken = breakOff()
      isInside = true
      return broken
    }
    // What stands outside of STX and ETX is the rest of a scan that lost its beginning.
    if (isEnd(byte)) return isInside ? finish() : breakOff()
    if (isData(byte)) add(byte)
    return []
  }

  return {
    gapMs: options.gapMs ?? (endsBySilence ? defaultGapMs.none : defaultGapMs.framed),
    take: (bytes) => {
      const framed: Framed[] = []
      for (const byte of bytes) {
        const found = next(byte)
        before = byte
        if (found.length > 0) framed.push(...found)
      }
      return framed
    },
    isUnfinished: () => length > 0 || (framing === 'stx-etx' && isInside),
    rest: () => (endsBySilence ? finish() : breakOff()),
    cut: breakOff,
  }
}
