import bwip from 'bwip-js/node'

const startB = 104
const printableAscii = /^[ -~]+$/

/** Codewords as bwip-js takes them raw: `^104` starts subset B, where a character's codeword is its ASCII code less 32. */
const subsetB = (data: string): string =>
  [startB, ...Array.from(data, (character) => character.charCodeAt(0) - 32)]
    .map((codeword) => `^${String(codeword).padStart(3, '0')}`)
    .join('')

/**
 * Widths in modules of a Code 128 in subset B: bar, gap, bar, … bar, without quiet zones.
 * @throws RangeError when `data` is not printable ASCII
 */
export const code128Bars = (data: string): readonly number[] => {
  if (!printableAscii.test(data)) throw new RangeError('symbols take printable ASCII only')
  const options = { bcid: 'code128', text: subsetB(data), raw: true }
  const [symbol] = bwip.raw(options)
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('no linear symbol was made')
  return symbol.sbs
}
