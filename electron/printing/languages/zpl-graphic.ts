import { deflateSync } from 'node:zlib'
import type { Bitmap } from '../bitmap.ts'

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

const hasInk = (row: Uint8Array): boolean => row.some((byte) => byte !== 0)

/** One `^GF` a band of the bitmap; blank rows above and below a band's ink are left out. */
export const zplGraphics = (bitmap: Bitmap): readonly string[] => {
  const { stride, height, data } = bitmap
  const bandRows = Math.max(1, Math.floor(bandBytes / stride))
  const rowAt = (row: number): Uint8Array => data.subarray(row * stride, (row + 1) * stride)
  const commands: string[] = []
  for (let start = 0; start < height; start += bandRows) {
    let first = start
    let end = Math.min(start + bandRows, height)
    while (first < end && !hasInk(rowAt(first))) first += 1
    while (end > first && !hasInk(rowAt(end - 1))) end -= 1
    if (first === end) continue
    const bytes = data.subarray(first * stride, end * stride)
    const text = deflateSync(bytes, { level: 9 }).toString('base64')
    const { length } = bytes
    commands.push(`^FO0,${first}^GFA,${length},${length},${stride},:Z64:${text}:${crc16(text)}^FS`)
  }
  return commands
}
