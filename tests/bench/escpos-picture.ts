import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { encodeEscpos } from '#electron/printing/languages/escpos.ts'
import { bitmapOfPixels } from '#electron/printing/threshold.ts'
import type { BenchRow } from './bench-row.ts'
import { markPixels } from './support/mark-pixels.ts'
import { inTurn } from './support/turns.ts'

/** The dots of all `GS v 0` of a stream, one below the other. */
const dotsOf = (stream: Uint8Array): Buffer => {
  const bytes = Buffer.from(stream)
  const head = Buffer.from([0x1d, 0x76, 0x30, 0])
  const pictures: Buffer[] = []
  for (let at = bytes.indexOf(head); at >= 0;) {
    const end = at + 8 + bytes.readUInt16LE(at + 4) * bytes.readUInt16LE(at + 6)
    pictures.push(bytes.subarray(at + 8, end))
    at = bytes.indexOf(head, end)
  }
  return Buffer.concat(pictures)
}

/** Pixels to a whole job of an 80 mm receipt printer, against the encoder that web shops use, both as a raster. */
export const escposPicture: BenchRow = async () => {
  const pixels = markPixels(576)
  const { data, width, height } = pixels
  const ours = (): Uint8Array =>
    encodeEscpos({ width: width / 8, height: height / 8, elements: [] }, 8, () =>
      bitmapOfPixels(data, width, height),
    )
  const theirs = (): Uint8Array =>
    new ReceiptPrinterEncoder({ language: 'esc-pos', imageMode: 'raster', columns: 48 })
      .initialize()
      .image(pixels, { width, height, algorithm: 'threshold', threshold: 176 })
      .cut()
      .encode()
  if (!dotsOf(ours()).equals(dotsOf(theirs()))) throw new Error('the two pictures differ')
  const turns = inTurn(ours, theirs, { rounds: 100, times: 1 })
  return [
    {
      name: 'ESC/POS picture rate ÷ receipt-printer-encoder',
      ratio: turns.theirs / turns.ours,
      goal: 2,
      better: 'higher',
      detail: `${turns.ours.toFixed(2)} ms against ${turns.theirs.toFixed(2)} ms a job of ${width}×${height} dots; ${ours().length} against ${theirs().length} bytes; ${turns.rounds} of each in turn`,
    },
  ]
}
