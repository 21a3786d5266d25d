import { deflateSync } from 'node:zlib'
import type { Bitmap } from '../bitmap.ts'
import { inkBands } from './ink-bands.ts'
import { zebraCrc } from './zebra-crc.ts'

// `^GF` takes at most 99,999 bytes: ZPL II Programming Guide, Volume One. Whole bands of a 100 mm label stay below.
const bandBytes = 60_000

/** One `^GF` a band of the bitmap. */
export const zplGraphics = (bitmap: Bitmap): readonly string[] =>
  inkBands(bitmap, bandBytes).map(({ top, data }) => {
    const text = deflateSync(data).toString('base64')
    const { length } = data
    return `^FO0,${top}^GFA,${length},${length},${bitmap.stride},:Z64:${text}:${zebraCrc(text)}^FS`
  })
