import type { Bitmap } from '../bitmap.ts'

/** Rows of a bitmap that follow each other, without the blank ones above and below. */
export interface InkBand {
  /** The uppermost row. */
  readonly top: number
  readonly rows: number
  /** Rows of whole bytes, as in the bitmap. */
  readonly data: Uint8Array
}

const hasInk = (row: Uint8Array): boolean => row.some((byte) => byte !== 0)

/** Cuts a bitmap into bands of at most `mostBytes`; what is blank is in none. */
export const inkBands = (bitmap: Bitmap, mostBytes: number): readonly InkBand[] => {
  const { stride, height, data } = bitmap
  const most = Math.max(1, Math.floor(mostBytes / stride))
  const rowAt = (row: number): Uint8Array => data.subarray(row * stride, (row + 1) * stride)
  const bands: InkBand[] = []
  for (let start = 0; start < height; start += most) {
    let top = start
    let end = Math.min(start + most, height)
    while (top < end && !hasInk(rowAt(top))) top += 1
    while (end > top && !hasInk(rowAt(end - 1))) end -= 1
    if (top === end) continue
    bands.push({ top, rows: end - top, data: data.subarray(top * stride, end * stride) })
  }
  return bands
}
