import type { Bitmap } from '../bitmap.ts'

/**
 * Rows of a bitmap as `GS v 0`, which prints them and feeds as far: ESC/POS Command Reference, Epson.
 * In it a dot that prints is 1, as in the bitmap.
 */
export const rasterBand = ({ stride, data }: Bitmap, top: number, rows: number): Buffer => {
  const head = [0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8]
  return Buffer.concat([Buffer.from(head), data.subarray(top * stride, (top + rows) * stride)])
}
