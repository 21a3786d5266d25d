/** One bit a dot, 1 = black, rows padded to whole bytes, most significant bit leftmost. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly stride: number
  readonly data: Uint8Array
}

export const createBitmap = (width: number, height: number): Bitmap => {
  const stride = Math.ceil(width / 8)
  return { width, height, stride, data: new Uint8Array(stride * height) }
}

/** Blackens a rectangle of whole dots; what lies outside the bitmap is left out. */
export const blacken = (
  bitmap: Bitmap,
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void => {
  const right = Math.min(x + width, bitmap.width)
  const bottom = Math.min(y + height, bitmap.height)
  for (let row = Math.max(0, y); row < bottom; row += 1) {
    for (let column = Math.max(0, x); column < right; column += 1) {
      const index = row * bitmap.stride + (column >> 3)
      bitmap.data[index] = (bitmap.data[index] ?? 0) | (0x80 >> (column & 7))
    }
  }
}
