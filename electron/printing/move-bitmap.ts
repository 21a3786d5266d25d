import { type Bitmap, createBitmap } from './bitmap.ts'

/** Whether any dot of the padding after the last column is black. */
const hasInkBeside = ({ width, height, stride, data }: Bitmap): boolean => {
  const padding = 0xff >> (width & 7)
  if ((width & 7) === 0) return false
  for (let row = 1; row <= height; row += 1)
    if (((data[row * stride - 1] ?? 0) & padding) !== 0) return true
  return false
}

/** The bitmap with every dot `right` and `down` of where it was, or null when ink would leave it. */
export const moveBitmap = (bitmap: Bitmap, right: number, down: number): Bitmap | null => {
  const { width, height, stride, data } = bitmap
  const moved = createBitmap(width, height)
  const bytes = Math.floor(right / 8)
  const bits = right - bytes * 8
  for (const [from, byte] of data.entries()) {
    if (byte === 0) continue
    const row = Math.floor(from / stride) + down
    const column = (from % stride) + bytes
    // One byte of dots comes to lie in two.
    for (const [place, part] of [
      [column, byte >> bits],
      [column + 1, (byte << (8 - bits)) & 0xff],
    ] as const) {
      if (part === 0) continue
      if (row < 0 || row >= height || place < 0 || place >= stride) return null
      const to = row * stride + place
      moved.data[to] = (moved.data[to] ?? 0) | part
    }
  }
  return hasInkBeside(moved) ? null : moved
}
