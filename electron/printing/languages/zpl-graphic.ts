import { deflateSync } from 'node:zlib'
import type { Bitmap } from '../bitmap.ts'
import { inkBands } from './ink-bands.ts'

// `^GF` takes at most 99,999 bytes: ZPL II Programming Guide, Volume One. Whole bands of a 100 mm label stay below.
const bandBytes = 60_000

/** CRC-16/XMODEM over the base64 text, as Zebra's `:Z64:` wants it. */
const crc16 = (text: string): string => {
  let crc = 0
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 8
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).padStart(4, '0')
}

/** One `^GF` a band of the bitmap. */
export const zplGraphics = (bitmap: Bitmap): readonly string[] =>
  inkBands(bitmap, bandBytes).map(({ top, data }) => {
    const text = deflateSync(data, { level: 9 }).toString('base64')
    const { length } = data
    return `^FO0,${top}^GFA,${length},${length},${bitmap.stride},:Z64:${text}:${crc16(text)}^FS`
  })
