import { figureGrams } from '#shared/domain/scale-weight.ts'
import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import { bad, createFrameParser, more, none, type FrameRead } from './frames.ts'
import { createLineParser } from './lines.ts'
import type { ScaleProtocol } from './protocol.ts'

const startOfText = 0x02
const endOfText = 0x03
const frameLength = 12

const xorOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0)

/** A nibble as the indicators write it: 0 to 9 plus 30h, above that plus 37h. */
const nibble = (value: number): number => value + (value > 9 ? 0x37 : 0x30)

const hasXor = (
  covered: Uint8Array,
  high: number | undefined,
  low: number | undefined,
): boolean => {
  const xor = xorOf(covered)
  return high === nibble(xor >> 4) && low === nibble(xor & 0x0f)
}

/** `02`, sign, six digits, decimals, XOR of the eight bytes between as two characters, `03`. */
const readA9 = (bytes: Uint8Array): FrameRead => {
  if (bytes[0] !== startOfText) return none
  if (bytes.length < frameLength) return more
  if (bytes[frameLength - 1] !== endOfText) return bad
  if (!hasXor(bytes.subarray(1, 9), bytes[9], bytes[10])) return bad
  const text = Buffer.from(bytes.subarray(1, 9)).toString('latin1')
  const [, sign, digits = '', decimals] = /^([+-])(\d{6})([0-4])$/.exec(text) ?? []
  if (decimals === undefined) return bad
  const point = digits.length - Number(decimals)
  const grams = figureGrams(`${sign}${digits.slice(0, point)}.${digits.slice(point)}`, 'kg')
  if (grams === null) return bad
  return {
    kind: 'frame',
    length: frameLength,
    reports: [{ kind: 'weight', grams, stable: null, net: false }],
  }
}

/**
 * Yaohua XK3190-A9 and A26, continuous sending (tF=0): XK3190-A9 manual, appendix on the serial interface. What it shows is
 * sent, so a tared weight cannot be told from a gross one. No hardware has confirmed it here.
 */
export const yaohuaA9: ScaleProtocol = {
  id: 'yaohua-a9',
  createParser: () => createFrameParser(readA9, frameLength),
  asks: [],
  tare: null,
  zero: null,
}

const a12e = /^W([GN])([ +\-\d.]{7})kg(..)$/

/** The manual leaves open whether the leading `W` is covered, so either is taken. */
const readA12e = (line: string): readonly ScaleReport[] | null => {
  const [, mode, figure = '', sum] = a12e.exec(line) ?? []
  if (sum === undefined) return null
  const bytes = Buffer.from(line, 'latin1')
  const [high, low] = Buffer.from(sum, 'latin1')
  const covered = bytes.subarray(0, -2)
  if (!hasXor(covered, high, low) && !hasXor(covered.subarray(1), high, low)) return null
  const grams = figureGrams(figure, 'kg')
  return grams === null ? null : [{ kind: 'weight', grams, stable: null, net: mode === 'N' }]
}

/** Yaohua XK3190-A12E: 15 bytes, `WG0012.35kg` with an XOR as two characters, CR LF. No hardware has confirmed it here. */
export const yaohuaA12e: ScaleProtocol = {
  id: 'yaohua-a12e',
  createParser: () => createLineParser(readA12e),
  asks: [],
  tare: null,
  zero: null,
}

const readA12ss = (line: string): readonly ScaleReport[] | null => {
  const [, mode, figure = ''] = /^w([wnt])([ +\-\d.]{6,9})kg$/.exec(line) ?? []
  if (mode === undefined) return null
  const grams = figureGrams(figure, 'kg')
  if (grams === null) return null
  // The tare alone is no weight of anything on the platform.
  return mode === 't' ? [] : [{ kind: 'weight', grams, stable: null, net: mode === 'n' }]
}

/** Yaohua XK3190-A12+SS: answers to `R`, `T` tares, `Z` zeroes. No hardware has confirmed it here. */
export const yaohuaA12ss: ScaleProtocol = {
  id: 'yaohua-a12ss',
  createParser: () => createLineParser(readA12ss),
  asks: ['R'],
  tare: 'T',
  zero: 'Z',
}
