import type { Bitmap } from '../bitmap.ts'

/** Rows of a bitmap that follow each other, without the blank ones above and below. */
export interface InkBand {
  /** The uppermost row. */
  readonly top: number
  readonly rows: number
  /** Rows of whole bytes, as in the bitmap. */
  readonly data: Uint8Array
}

/** Blank when the first byte is, and each byte equals the one after it: compared by the processor, not by us. */
const hasInk = (bytes: Uint8Array): boolean =>
  (bytes[0] ?? 0) !== 0 || Buffer.compare(bytes.subarray(1), bytes.subarray(0, -1)) !== 0

/** Cuts a bitmap into bands of at most `mostBytes`; what is blank is in none. */
export const inkBands = (bitmap: Bitmap, mostBytes: number): readonly InkBand[] => {
  const { stride, height, data } = bitmap
  const most = Math.max(1, Math.floor(mostBytes / stride))
  const rowsAt = (from: number, to: number): Uint8Array => data.subarray(from * stride, to * stride)
  const bands: InkBand[] = []
  for (let start = 0; start < height; start += most) {
    let top = start
    let end = Math.min(start + most, height)
    if (!hasInk(rowsAt(top, end))) continue
    while (!hasInk(rowsAt(top, top + 1))) top += 1
    while (!hasInk(rowsAt(end - 1, end))) end -= 1
    bands.push({ top, rows: end - top, data: rowsAt(top, end) })
  }
  return bands
}
