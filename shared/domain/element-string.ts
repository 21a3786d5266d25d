import { isGtin } from './barcode.ts'

/** Separates elements of variable length in a GS1 element string. */
export const groupSeparator = '\u001D'

/** Lengths of elements that need no separator, AI included, by the first two digits (GS1 General Specifications 7.8.5). */
const fixedLengths: ReadonlyMap<string, number> = new Map([
  ['00', 20],
  ['01', 16],
  ['02', 16],
  ['03', 16],
  ['04', 18],
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((ai) => [ai, 8] as const),
  ['20', 4],
  ...['31', '32', '33', '34', '35', '36'].map((ai) => [ai, 10] as const),
  ['41', 16],
])

/** The GTIN under AI 01 of a GS1 element string, or null when there is none or its check digit is wrong. */
export const gtinInElements = (text: string): string | null => {
  let rest = text
  while (rest.length > 2) {
    const length = fixedLengths.get(rest.slice(0, 2))
    if (rest.startsWith('01')) {
      const gtin = rest.slice(2, 16)
      return gtin.length === 14 && isGtin(gtin) ? gtin : null
    }
    const separator = rest.indexOf(groupSeparator)
    const next = length ?? (separator < 0 ? rest.length : separator)
    rest = rest.slice(next)
    if (rest.startsWith(groupSeparator)) rest = rest.slice(1)
  }
  return null
}
