import type { ScaleProtocolId } from '#shared/domain/scale-protocol.ts'

/** What the display of a scale shows. */
export interface Shown {
  /** In whole grams. */
  readonly grams: number
  readonly stable: boolean
  readonly net: boolean
}

/** Writes what a scale of this protocol sends, from its manual and not from our parser. Kilograms with three decimals where they fit. */
export type WriteFrame = (shown: Shown) => Buffer

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const hexadecimal = (value: number): string => value.toString(16).toUpperCase()
const xorText = (bytes: Buffer): string => {
  const xor = bytes.reduce((sum, byte) => sum ^ byte, 0)
  return hexadecimal(xor >> 4) + hexadecimal(xor & 0x0f)
}
const kilograms = (grams: number, width: number): string =>
  (Math.abs(grams) / 1000).toFixed(3).padStart(width, '0')
const signOf = (grams: number): string => (grams < 0 ? '-' : '+')

const a9: WriteFrame = ({ grams }) => {
  const body = `${signOf(grams)}${String(Math.abs(grams)).padStart(6, '0')}3`
  return latin1(`\u0002${body}${xorText(latin1(body))}\u0003`)
}

const a12e: WriteFrame = ({ grams, net }) => {
  const figure = grams < 0 ? `-${kilograms(grams, 6)}` : kilograms(grams, 7)
  const body = `W${net ? 'N' : 'G'}${figure}kg`
  return latin1(`${body}${xorText(latin1(body))}\r\n`)
}

const a12ss: WriteFrame = ({ grams, net }) =>
  latin1(`w${net ? 'n' : 'w'}${grams < 0 ? '-' : ''}${kilograms(grams, 7)}kg\r\n`)

const toledoFrame = ({ grams, stable, net }: Shown): Buffer => {
  // Three decimals, steps of one; kilograms.
  const a = 0b010_1101
  const b = 0b011_0000 | (net ? 1 : 0) | (grams < 0 ? 0b10 : 0) | (stable ? 0 : 0b1000)
  const digits = String(Math.abs(grams)).padStart(6, ' ')
  return Buffer.concat([Buffer.from([2, a, b, 0x20]), latin1(`${digits}000000\r`)])
}

export const toledoWithCheck: WriteFrame = (shown) => {
  const frame = toledoFrame(shown)
  const sum = frame.reduce((total, byte) => total + byte, 0)
  return Buffer.concat([frame, Buffer.from([(128 - (sum % 128)) % 128])])
}

const sics: WriteFrame = ({ grams, stable }) =>
  latin1(`S ${stable ? 'S' : 'D'} ${(grams / 1000).toFixed(3).padStart(10)} kg\r\n`)

const and: WriteFrame = ({ grams, stable, net }) =>
  latin1(
    `${stable ? 'ST' : 'US'},${net ? 'NT' : 'GS'},${signOf(grams)}${kilograms(grams, 8)}kg\r\n`,
  )

const cas: WriteFrame = ({ grams, stable, net }) =>
  Buffer.concat([
    latin1(`${stable ? 'ST' : 'US'},${net ? 'NT' : 'GS'},`),
    // The scale's number, and its lamps.
    Buffer.from([0x31, 0x80 | (stable ? 0x40 : 0)]),
    latin1(`,${signOf(grams)}${kilograms(grams, 7)} kg\r\n`),
  ])

const ohausLine: WriteFrame = ({ grams, stable, net }) =>
  latin1(
    `${(grams / 1000).toFixed(3).padStart(9)} kg ${stable ? ' ' : '?'} ${net ? 'NET' : 'G'}\r\n`,
  )

const hid: WriteFrame = ({ grams, stable }) =>
  Buffer.from([3, grams === 0 ? 2 : stable ? 4 : 3, 0x02, 0, grams & 0xff, (grams >> 8) & 0xff])

export const writeFrame: Readonly<Record<ScaleProtocolId, WriteFrame>> = {
  'yaohua-a9': a9,
  'yaohua-a12e': a12e,
  'yaohua-a12ss': a12ss,
  toledo: toledoFrame,
  'mt-sics': sics,
  and,
  cas,
  ohaus: ohausLine,
  hid,
}

/** What each scale can say: a USB scale shows up to 65,535 g and never less than nothing. */
export const limitsOf = (id: ScaleProtocolId): { readonly min: number; readonly max: number } => {
  if (id === 'hid') return { min: 0, max: 65_535 }
  return { min: -9_999, max: 99_999 }
}

/** Those that say whether they are at rest, and whether something is tared. */
export const tellsRest: ReadonlySet<ScaleProtocolId> = new Set([
  'toledo',
  'mt-sics',
  'and',
  'cas',
  'ohaus',
  'hid',
])
export const tellsNet: ReadonlySet<ScaleProtocolId> = new Set([
  'yaohua-a12e',
  'yaohua-a12ss',
  'toledo',
  'and',
  'cas',
  'ohaus',
])
