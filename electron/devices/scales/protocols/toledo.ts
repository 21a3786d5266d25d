import { scaledGrams } from '#shared/domain/scale-weight.ts'
import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import { bad, createFrameParser, more, none, type FrameRead } from './frames.ts'
import type { ScaleProtocol } from './protocol.ts'

const startOfText = 0x02
const carriageReturn = 0x0d
/** Up to CR. */
const plainLength = 17

/** Two's complement of the sum of all characters before it, seven bits. */
const checkOf = (frame: Uint8Array): number => -frame.reduce((sum, byte) => sum + byte, 0) & 0x7f

/** What status word C says of the unit; 0 leaves it to word B. */
const units: readonly (string | null)[] = [null, 'g', 't', 'oz', null, null, null, null]

const reportsOf = (frame: Uint8Array): readonly ScaleReport[] | null => {
  const [, a = 0, b = 0, c = 0] = frame
  // Bit 5 is always set in the three words, and bit 7 never is.
  if ([a, b, c].some((word) => (word & 0xa0) !== 0x20)) return null
  if ((b & 0b100) !== 0) return [{ kind: (b & 0b10) === 0 ? 'overload' : 'underload' }]
  // Not yet at zero after power-up; or ten times finer, where the manuals differ on the decimal point.
  if ((b & 0b100_0000) !== 0 || (c & 0b1_0000) !== 0) return [{ kind: 'fault' }]
  const digits = /^ *(\d{1,6})$/.exec(Buffer.from(frame.subarray(4, 10)).toString('latin1'))?.[1]
  if (digits === undefined) return null
  const unit = (c & 0b111) === 0 ? ((b & 0b1_0000) === 0 ? 'lb' : 'kg') : units[c & 0b111]
  if (unit == null) return [{ kind: 'fault' }]
  const isNegative = (b & 0b10) !== 0
  // 0 stands for two zeros behind the digits, 1 for one, 2 for none, 3 for one decimal …
  const grams = scaledGrams(isNegative ? -Number(digits) : Number(digits), 2 - (a & 0b111), unit)
  if (grams === null) return null
  return [{ kind: 'weight', grams, stable: (b & 0b1000) === 0, net: (b & 1) === 1 }]
}

/** So many frames in a row that the next one follows at once have no checksum: one alone may be a damaged byte. */
const enoughPlain = 3

const createToledoParser = () => {
  let hasCheck = false
  let plain = 0

  const read = (bytes: Uint8Array): FrameRead => {
    if (bytes[0] !== startOfText) return none
    if (bytes.length < plainLength) return more
    const frame = bytes.subarray(0, plainLength)
    if (frame[plainLength - 1] !== carriageReturn) return bad
    const reports = reportsOf(frame)
    if (reports === null) return bad
    const next = bytes[plainLength]
    if (next === undefined) {
      return plain < enoughPlain ? more : { kind: 'frame', length: plainLength, reports }
    }
    // A checksum may look like the beginning of the next frame: that is believed only where checksums are known of.
    if (next === checkOf(frame) && (hasCheck || next !== startOfText)) {
      hasCheck = true
      plain = 0
      return { kind: 'frame', length: plainLength + 1, reports }
    }
    if (next !== startOfText) return bad
    plain += 1
    if (plain >= enoughPlain) hasCheck = false
    return hasCheck ? bad : { kind: 'frame', length: plainLength, reports }
  }
  return createFrameParser(read, plainLength + 1)
}

/**
 * Mettler Toledo continuous output: STX, three status words, six digits of weight, six of tare, CR and, where it is set so,
 * a checksum (IND231/IND331 technical manual, appendix "Continuous output"). No hardware has confirmed it here.
 */
export const toledo: ScaleProtocol = {
  id: 'toledo',
  createParser: createToledoParser,
  asks: [],
  // Continuous output takes single letters where the terminal is set to.
  tare: 'T',
  zero: 'Z',
}
