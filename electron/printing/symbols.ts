import { code128Bars, qrModules } from '#electron/symbols/index.ts'
import type { Code128Element, MeasureSymbol, QrElement } from '#shared/label/document.ts'
import { type Bitmap, blacken } from './bitmap.ts'

/** Bytes that a QR code of error correction M holds in byte mode, by version from 1: ISO/IEC 18004, table 7. */
const qrCapacities = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
  711, 779,
] as const

/**
 * The version of a QR code in byte mode.
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
  const { side, dark } = qrModules(element.data, qrVersion(element.data))
  const { moduleDots } = element
  const left = Math.round(element.x * dotsPerMm)
  const top = Math.round(element.y * dotsPerMm)
  for (const [index, module] of dark.entries()) {
    if (!module) continue
    const x = left + (index % side) * moduleDots
    const y = top + Math.floor(index / side) * moduleDots
    blacken(bitmap, { x, y, width: moduleDots, height: moduleDots })
  }
}

/** Draws a Code 128 in subset B, in whole dots. */
export const drawCode128 = (bitmap: Bitmap, element: Code128Element, dotsPerMm: number): void => {
  const y = Math.round(element.y * dotsPerMm)
  const height = Math.round(element.height * dotsPerMm)
  let x = Math.round(element.x * dotsPerMm)
  for (const [index, modules] of code128Bars(element.data).entries()) {
    const width = modules * element.moduleDots
    if (index % 2 === 0) blacken(bitmap, { x, y, width, height })
    x += width
  }
}
