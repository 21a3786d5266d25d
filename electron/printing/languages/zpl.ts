import type { Code128Element, QrElement } from '#shared/label/document.ts'
import { tuningScales } from '#shared/domain/printer-config.ts'
import type { EncodeLabel } from './encoder.ts'
import { movedByOffset } from './offset.ts'
import { checkTuning, type PrinterTuning, untuned } from './tuning.ts'
import { zplGraphics } from './zpl-graphic.ts'

// Commands and parameters: ZPL II Programming Guide, Volume One.

/** Zebra printers put a `^BQ` placed by `^FO` this many dots lower than asked. */
const qrDrop = 10

const escaped = (character: string): string =>
  Array.from(
    Buffer.from(character, 'utf8'),
    (byte) => `_${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

/** What a field takes as it stands: all but control characters, what begins commands and escapes, and `\`. */
const plain = /^[ -[\]`-}]*$/

/** Field data after `^FH`: nothing in it can be a command or an escape. */
const fieldData = (text: string): string =>
  plain.test(text) ? text : text.replaceAll(/[^ -~]|[\^~_\\]/gu, escaped)

const code128Field = (
  element: Code128Element,
  dotsPerMm: number,
  { offsetX, offsetY }: PrinterTuning,
): string => {
  const x = Math.round(element.x * dotsPerMm) + offsetX
  const y = Math.round(element.y * dotsPerMm) + offsetY
  const height = Math.round(element.height * dotsPerMm)
  // `>:` starts subset B and nothing switches it, so that the width is known; `>` itself is written `>0`.
  const data = element.data.includes('>') ? element.data.replaceAll('>', '>0') : element.data
  return `^FO${x},${y}^BY${element.moduleDots}^BCN,${height},N,N,N,N^FH^FD>:${fieldData(data)}^FS`
}

const qrField = (
  element: QrElement,
  dotsPerMm: number,
  { offsetX, offsetY }: PrinterTuning,
): string => {
  const x = Math.round(element.x * dotsPerMm) + offsetX
  const y = Math.max(0, Math.round(element.y * dotsPerMm) + offsetY - qrDrop)
  const { errorCorrection, moduleDots, data } = element
  return `^FO${x},${y}^BQN,2,${moduleDots}^FH^FD${errorCorrection}A,${fieldData(data)}^FS`
}

/** One label in ZPL II: texts and boxes as a picture, symbols by the printer's own encoders. */
export const encodeZpl: EncodeLabel = (document, dotsPerMm, rasterize, tuning = untuned) => {
  checkTuning(tuning, tuningScales.zpl)
  const { speed, darkness } = tuning
  const width = Math.round(document.width * dotsPerMm)
  const length = Math.round(document.height * dotsPerMm)
  const symbols: string[] = []
  for (const element of document.elements) {
    if (element.kind === 'code128') symbols.push(code128Field(element, dotsPerMm, tuning))
    if (element.kind === 'qr') symbols.push(qrField(element, dotsPerMm, tuning))
  }
  const drawn = rasterize(document, dotsPerMm)
  // On a roll there is no gap to look for; elsewhere the printer knows its own media.
  const media = document.endless === true ? '^MNN' : ''
  const lines = [
    ...(darkness === undefined ? [] : [`~SD${String(darkness).padStart(2, '0')}`]),
    // `^JZN`: after a fault the printer must not print the label a second time by itself.
    `^XA^CI28^JZN^PON^PMN^FWN^LT0^LS0^PW${width}^LL${length}${media}^LH0,0${speed === undefined ? '' : `^PR${speed}`}`,
    ...zplGraphics(movedByOffset(drawn, document, dotsPerMm, tuning)),
    ...symbols,
    '^PQ1,0,1,N^XZ',
  ]
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1')
}
