import type { Code128Element, QrElement } from '#shared/label/document.ts'
import type { EncodeLabel } from './encoder.ts'
import { zplGraphics } from './zpl-graphic.ts'

// Commands and parameters: ZPL II Programming Guide, Volume One.

/** Zebra printers put a `^BQ` placed by `^FO` this many dots lower than asked. */
const qrDrop = 10

const escaped = (character: string): string =>
  Array.from(
    Buffer.from(character, 'utf8'),
    (byte) => `_${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

/** Field data after `^FH`: nothing in it can be a command or an escape. */
const fieldData = (text: string): string => text.replaceAll(/[^ -~]|[\^~_\\]/gu, escaped)

const code128Field = (element: Code128Element, dotsPerMm: number): string => {
  const x = Math.round(element.x * dotsPerMm)
  const y = Math.round(element.y * dotsPerMm)
  const height = Math.round(element.height * dotsPerMm)
  // `>:` starts subset B and nothing switches it, so that the width is known; `>` itself is written `>0`.
  const data = `>:${element.data.replaceAll('>', '>0')}`
  return `^FO${x},${y}^BY${element.moduleDots}^BCN,${height},N,N,N,N^FH^FD${fieldData(data)}^FS`
}

const qrField = (element: QrElement, dotsPerMm: number): string => {
  const x = Math.round(element.x * dotsPerMm)
  const y = Math.max(0, Math.round(element.y * dotsPerMm) - qrDrop)
  const { errorCorrection, moduleDots, data } = element
  return `^FO${x},${y}^BQN,2,${moduleDots}^FH^FD${errorCorrection}A,${fieldData(data)}^FS`
}

/** One label in ZPL II: texts and boxes as a picture, symbols by the printer's own encoders. */
export const encodeZpl: EncodeLabel = (document, dotsPerMm, rasterize) => {
  const width = Math.round(document.width * dotsPerMm)
  const length = Math.round(document.height * dotsPerMm)
  const symbols = document.elements.flatMap((element) => {
    if (element.kind === 'code128') return [code128Field(element, dotsPerMm)]
    return element.kind === 'qr' ? [qrField(element, dotsPerMm)] : []
  })
  const lines = [
    // `^JZN`: after a fault the printer must not print the label a second time by itself.
    `^XA^CI28^JZN^PON^PMN^FWN^LT0^LS0^PW${width}^LL${length}^LH0,0`,
    ...zplGraphics(rasterize(document, dotsPerMm)),
    ...symbols,
    '^PQ1,0,1,N^XZ',
  ]
  return Buffer.from(`${lines.join('\n')}\n`, 'ascii')
}
