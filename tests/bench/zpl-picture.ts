import { inflateSync } from 'node:zlib'
import { zplGraphics } from '#electron/printing/languages/zpl-graphic.ts'
import { bitmapOfPixels } from '#electron/printing/threshold.ts'
import type { BenchRow } from './bench-row.ts'
import { markPixels } from './support/mark-pixels.ts'
import { inTurn } from './support/turns.ts'
import { zplImage } from './support/zpl-image.ts'

const pictures = /\^FO0,(\d+)\^GFA,\d+,\d+,(\d+),:Z64:([^:]+):/g

/** The dots of a stream's pictures, laid over each other. */
const dotsOf = (stream: Buffer, bytes: number): Buffer => {
  const dots = Buffer.alloc(bytes)
  for (const [, top, stride, data = ''] of stream.toString('ascii').matchAll(pictures))
    inflateSync(Buffer.from(data, 'base64')).copy(dots, Number(top) * Number(stride))
  return dots
}

/** Pixels to the bytes of `^GF` in Z64, against zpl-image: threshold, packing, deflate, base64 and CRC in both. */
export const zplPicture: BenchRow = async () => {
  const { data, width, height } = markPixels(800)
  const ours = (): Buffer =>
    Buffer.from(zplGraphics(bitmapOfPixels(data, width, height)).join('\n'), 'ascii')
  const theirs = (): Buffer => {
    // The same threshold, in per cent; it would cut the margins off otherwise.
    const { length, rowlen, z64 } = zplImage.rgbaToZ64(data, width, { black: 69, notrim: true })
    return Buffer.from(`^FO0,0^GFA,${length},${length},${rowlen},${z64}^FS`, 'ascii')
  }
  const bytes = (width / 8) * height
  if (!dotsOf(ours(), bytes).equals(dotsOf(theirs(), bytes)))
    throw new Error('the two pictures differ')
  const turns = inTurn(ours, theirs, { rounds: 200, times: 1 })
  return [
    {
      name: 'ZPL picture rate ÷ zpl-image',
      ratio: turns.theirs / turns.ours,
      goal: 3,
      better: 'higher',
      detail: `${turns.ours.toFixed(2)} ms against ${turns.theirs.toFixed(2)} ms a picture of ${width}×${height} dots; ${ours().length} against ${theirs().length} bytes; ${turns.rounds} of each in turn`,
    },
  ]
}
