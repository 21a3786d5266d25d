import bwip from 'bwip-js/node'
import type { Code128Element, MeasureSymbol, QrElement } from '#shared/label/document.ts'
import { type Bitmap, blacken } from './bitmap.ts'

/** Bytes that a QR code of error correction M holds in byte mode, by version from 1: ISO/IEC 18004, table 7. */
const qrCapacities = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
  711, 779,
] as const

/**
 * The version of a QR code in byte mode. Printers that mix modes by themselves never need a larger one.
 * @throws RangeError when `data` exceeds version 22, the largest a label has room for
 */
export const qrVersion = (data: string): number => {
  const index = qrCapacities.findIndex((capacity) => data.length <= capacity)
  if (index < 0)
    throw new RangeError(`${data.length} bytes do not fit into a QR code of version 22-M`)
  return index + 1
}

/** Start, one character a codeword in subset B, check and stop: what every printer makes of explicit subset B. */
const code128Modules = (data: string): number => 11 * (data.length + 2) + 13

const startB = 104

const printableAscii = /^[ -~]+$/

const checkAscii = (data: string): void => {
  if (!printableAscii.test(data)) throw new RangeError('symbols take printable ASCII only')
}

/** Modules of a symbol as every encoder draws it. */
export const measureSymbol: MeasureSymbol = (kind, data) => {
  checkAscii(data)
  return kind === 'qr' ? 17 + 4 * qrVersion(data) : code128Modules(data)
}

/** Draws a QR code in whole dots. */
export const drawQr = (bitmap: Bitmap, element: QrElement, dotsPerMm: number): void => {
  checkAscii(element.data)
  const version = String(qrVersion(element.data))
  const options = { bcid: 'qrcode', text: element.data, eclevel: element.errorCorrection, version }
  const [symbol] = bwip.raw(options)
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no matrix symbol was made')
  const { moduleDots } = element
  const left = Math.round(element.x * dotsPerMm)
  const top = Math.round(element.y * dotsPerMm)
  for (const [index, module] of symbol.pixs.entries()) {
    if (module !== 1) continue
    const x = left + (index % symbol.pixx) * moduleDots
    const y = top + Math.floor(index / symbol.pixx) * moduleDots
    blacken(bitmap, { x, y, width: moduleDots, height: moduleDots })
  }
}

/** Codewords as bwip-js takes them raw: `^104` starts subset B, where a character's codeword is its ASCII code less 32. */
const subsetB = (data: string): string =>
  [startB, ...Array.from(data, (character) => character.charCodeAt(0) - 32)]
    .map((codeword) => `^${String(codeword).padStart(3, '0')}`)
    .join('')

/** Draws a Code 128 in subset B, in whole dots. */
export const drawCode128 = (bitmap: Bitmap, element: Code128Element, dotsPerMm: number): void => {
  checkAscii(element.data)
  const options = { bcid: 'code128', text: subsetB(element.data), raw: true }
  const [symbol] = bwip.raw(options)
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('no linear symbol was made')
  const y = Math.round(element.y * dotsPerMm)
  const height = Math.round(element.height * dotsPerMm)
  let x = Math.round(element.x * dotsPerMm)
  for (const [index, modules] of symbol.sbs.entries()) {
    const width = modules * element.moduleDots
    if (index % 2 === 0) blacken(bitmap, { x, y, width, height })
    x += width
  }
}
