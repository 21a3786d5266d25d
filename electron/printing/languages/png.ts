import { crc32, deflateSync } from 'node:zlib'
import type { Bitmap } from '../bitmap.ts'
import { drawLabel } from '../draw-label.ts'
import type { EncodeLabel } from './encoder.ts'
import { movedByOffset } from './offset.ts'
import { checkTuning, untuned } from './tuning.ts'

// PNG specification, third edition: chunks of length, type, data and CRC.
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Greyscale of one bit, unfiltered, with its resolution; 0 is black there. */
const pngOf = (bitmap: Bitmap, dotsPerMm: number): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(bitmap.width, 0)
  header.writeUInt32BE(bitmap.height, 4)
  header.writeUInt8(1, 8)
  const resolution = Buffer.alloc(9)
  const dotsPerMetre = Math.round(dotsPerMm * 1000)
  resolution.writeUInt32BE(dotsPerMetre, 0)
  resolution.writeUInt32BE(dotsPerMetre, 4)
  resolution.writeUInt8(1, 8)
  const rows = Buffer.alloc((bitmap.stride + 1) * bitmap.height)
  for (let row = 0; row < bitmap.height; row += 1) {
    for (let index = 0; index < bitmap.stride; index += 1) {
      rows[row * (bitmap.stride + 1) + 1 + index] =
        ~(bitmap.data[row * bitmap.stride + index] ?? 0) & 0xff
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('pHYs', resolution),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** The label as a picture: dot for dot what a printer puts on paper. */
export const encodePng: EncodeLabel = (document, dotsPerMm, rasterize, tuning = untuned) => {
  checkTuning(tuning, {})
  const drawn = drawLabel(document, dotsPerMm, rasterize)
  return pngOf(movedByOffset(drawn, document, dotsPerMm, tuning), dotsPerMm)
}
