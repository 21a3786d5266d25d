import type { Brand } from './units.ts'

/** `LS` + 10-digit serial + one ISO/IEC 7064 MOD 37,36 check character over the 12 before it. */
export type CartonCode = Brand<string, 'CartonCode'>

/** Highest serial a carton code can carry. */
export const maxCartonSerial = 9_999_999_999

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const shape = /^LS\d{10}[0-9A-Z]$/

/** ISO/IEC 7064 MOD 37,36 hybrid system: the check character over `body`, which may hold 0-9 and A-Z. */
export const checkCharacter = (body: string): string => {
  let product = 36
  for (const character of body) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new RangeError(`not 0-9 or A-Z: ${JSON.stringify(character)}`)
    const sum = (product + value) % 36 || 36
    product = (sum * 2) % 37
  }
  return alphabet.charAt((37 - product) % 36)
}

/** @throws RangeError when the serial is not a whole number of 0 to 9,999,999,999 */
export const cartonCode = (serial: number): CartonCode => {
  if (!Number.isSafeInteger(serial) || serial < 0 || serial > maxCartonSerial) {
    throw new RangeError(`carton serial out of range: ${serial}`)
  }
  const body = `LS${String(serial).padStart(10, '0')}`
  return `${body}${checkCharacter(body)}` as CartonCode
}

/** The carton code in `text`, or null when its shape or its check character is wrong. */
export const parseCartonCode = (text: string): CartonCode | null =>
  shape.test(text) && checkCharacter(text.slice(0, 12)) === text.charAt(12)
    ? (text as CartonCode)
    : null

/** The serial that a carton code carries. */
export const cartonSerial = (code: string): number => Number(code.slice(2, 12))
