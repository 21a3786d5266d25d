import type { LabelDocument } from '#shared/label/document.ts'
import type { MarkDpi, MarkLanguage } from '#electron/printing/index.ts'
import { readEscpos, realTimeCommand } from './escpos-stream.ts'
import { type Dots, dotsOf, drawZpl } from './label-oracles.ts'
import { printTspl } from './tspl-printer.ts'

/** What a printer of one language makes of the bytes of one label. */
export interface PrinterOracle {
  /** The printer draws QR codes itself and may choose another mask than we. */
  readonly drawsQr: boolean
  readonly print: (bytes: Uint8Array, document: LabelDocument, dpi: MarkDpi) => Promise<Dots>
  /** The picture as this printer is to draw it. */
  readonly due: (picture: Dots) => Dots
}

const asItIs = (picture: Dots): Dots => picture

const movedRight = (picture: Dots, by: number): Dots => ({
  ...picture,
  isBlack: (x, y) => x >= by && x - by < picture.width && picture.isBlack(x - by, y),
})

/** The rows of a picture as they go to a receipt printer, eight dots a byte. */
const rowsOf = ({ width, height, isBlack }: Dots): Buffer => {
  const stride = Math.ceil(width / 8)
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isBlack(x, y)) rows[y * stride + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return rows
}

/** Moved by as few dots as it takes until its rows hold no command that the printer would obey. */
const withoutCommands = (picture: Dots): Dots => {
  const moves = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((by) => movedRight(picture, by))
  const harmless = moves.find((moved) => realTimeCommand(rowsOf(moved)) === null)
  if (harmless === undefined) throw new Error('no place without a command')
  return harmless
}

export const dotsPerMm = (dpi: MarkDpi): number => (dpi === 203 ? 8 : dpi / 25.4)

/** Programs that take each language as a printer does; all of them draw the same label. */
export const printedBy: Readonly<Record<MarkLanguage, PrinterOracle>> = {
  png: { drawsQr: false, due: asItIs, print: (bytes) => dotsOf(bytes) },
  zpl: {
    drawsQr: true,
    due: asItIs,
    print: async (bytes, document, dpi) => {
      // It takes whole dots a millimetre, and centres what is narrower than the paper it was told of.
      const density = Math.ceil(dotsPerMm(dpi))
      const paper = (mm: number): number => Math.round(mm * dotsPerMm(dpi)) / density
      const size = { width: paper(document.width), height: paper(document.height) }
      return dotsOf(await drawZpl(bytes, density, size))
    },
  },
  tspl: {
    drawsQr: false,
    due: asItIs,
    print: (bytes, _document, dpi) => {
      const [sheet, ...more] = printTspl(bytes, dotsPerMm(dpi))
      if (sheet === undefined || more.length > 0 || sheet.copies !== 1)
        throw new Error('not exactly one label')
      return Promise.resolve(sheet)
    },
  },
  escpos: {
    drawsQr: false,
    due: withoutCommands,
    print: (bytes) => {
      const [sheet, ...more] = readEscpos(bytes)
      if (sheet === undefined || more.length > 0) throw new Error('not exactly one label')
      return Promise.resolve(sheet)
    },
  },
}

interface DotRange {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const qrRanges = ({ elements }: LabelDocument, density: number): readonly DotRange[] =>
  elements.flatMap((element) => {
    if (element.kind !== 'qr') return []
    const left = Math.round(element.x * density)
    const top = Math.round(element.y * density)
    const side = element.modules * element.moduleDots
    return [{ left, right: left + side, top, bottom: top + side }]
  })

/** Dots that a printer puts elsewhere than the picture of the label has them; beside the picture all must be white. */
export const misplacedDots = (
  printed: Dots,
  picture: Dots,
  document: LabelDocument,
  { drawsQr }: PrinterOracle,
  dpi: MarkDpi,
): number => {
  const spared = drawsQr ? qrRanges(document, dotsPerMm(dpi)) : []
  let count = 0
  for (let y = 0; y < Math.max(printed.height, picture.height); y += 1) {
    const across = spared.filter(({ top, bottom }) => y >= top && y < bottom)
    for (let x = 0; x < Math.max(printed.width, picture.width); x += 1) {
      const isOn = x < picture.width && y < picture.height && picture.isBlack(x, y)
      const isPrinted = x < printed.width && y < printed.height && printed.isBlack(x, y)
      if (isOn !== isPrinted && !across.some(({ left, right }) => x >= left && x < right))
        count += 1
    }
  }
  return count
}
