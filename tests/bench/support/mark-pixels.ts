import { ImageData } from '@napi-rs/canvas'
import { drawLabel } from '#electron/printing/draw-label.ts'
import { loadMarkFont } from '#electron/printing/font.ts'
import { createRasterizer } from '#electron/printing/raster.ts'
import { createMarkRenderer } from '#electron/printing/render-mark.ts'
import { boxMark } from '#tests/support/box-marks.ts'

const height = 1200

/** The left `width` dots of an ordinary box mark at 203 dpi, symbols included, as a canvas would give them. */
export const markPixels = (width: number): ImageData => {
  const font = loadMarkFont()
  const mark = createMarkRenderer(font).layOut(
    { kind: 'box-mark', mark: boxMark(), label: { side: 1, page: 1, copy: 0 } },
    { dpi: 203, media: '100x150' },
  )
  const { stride, data } = drawLabel(mark, 8, createRasterizer(font))
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let dot = 0; dot < width * height; dot += 1) {
    const [x, y] = [dot % width, Math.floor(dot / width)]
    const black = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
    pixels.fill(black === 1 ? 0 : 255, dot * 4, dot * 4 + 3)
    pixels[dot * 4 + 3] = 255
  }
  return new ImageData(pixels, width, height)
}
