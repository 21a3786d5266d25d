import { type Bitmap, createBitmap } from './bitmap.ts'

// Strokes of small text are thinner than a dot: a dot that is a third grey prints.
const blackBelow = 176
const bytesAPixel = 4

/**
 * Pixels as a bitmap: those darker than two thirds print.
 * @param pixels RGBA of a byte each, row by row; opaque and grey, so that red says it all
 */
export const bitmapOfPixels = (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
): Bitmap => {
  const bitmap = createBitmap(width, height)
  const { stride, data } = bitmap
  const padding = stride * 8 - width
  let at = 0
  let index = 0
  for (let row = 0; row < height; row += 1) {
    const end = at + width * bytesAPixel
    for (let column = 0; column < stride; column += 1) {
      const stop = Math.min(at + 8 * bytesAPixel, end)
      let byte = 0
      // The sign of the difference is the dot: a branch on every pixel would cost three times as much.
      for (; at < stop; at += bytesAPixel)
        byte = (byte << 1) | (((pixels[at] ?? 255) - blackBelow) >>> 31)
      data[index] = byte
      index += 1
    }
    if (padding > 0) data[index - 1] = (data[index - 1] ?? 0) << padding
  }
  return bitmap
}
