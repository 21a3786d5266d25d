import { type SKRSContext2D, createCanvas } from '@napi-rs/canvas'
import type { BoxElement, LabelDocument, TextElement } from '#shared/label/document.ts'
import { lineBaseline } from '#shared/label/text-line.ts'
import type { Bitmap } from './bitmap.ts'
import type { MarkFont } from './font.ts'
import { bitmapOfPixels } from './threshold.ts'

/** Draws the texts and boxes of a document, without its symbols. */
export type Rasterize = (document: LabelDocument, dotsPerMm: number) => Bitmap

const drawBox = (context: SKRSContext2D, box: BoxElement, dotsPerMm: number): void => {
  const left = Math.round(box.x * dotsPerMm)
  const top = Math.round(box.y * dotsPerMm)
  const right = Math.max(left + 1, Math.round((box.x + box.width) * dotsPerMm))
  const bottom = Math.max(top + 1, Math.round((box.y + box.height) * dotsPerMm))
  context.fillStyle = '#000'
  context.fillRect(left, top, right - left, bottom - top)
}

const drawText = (
  context: SKRSContext2D,
  text: TextElement,
  font: MarkFont,
  dotsPerMm: number,
): void => {
  context.font = font.css(text.size * dotsPerMm, text.weight)
  context.fillStyle = text.inverse === true ? '#fff' : '#000'
  const baseline = Math.round((text.y + text.size * lineBaseline) * dotsPerMm)
  context.fillText(text.text, Math.round(text.x * dotsPerMm), baseline)
}

/** Rasters with one canvas, kept from label to label: a new one each would grow by 4 MB a label. */
export const createRasterizer = (font: MarkFont): Rasterize => {
  const canvas = createCanvas(1, 1)
  const context = canvas.getContext('2d')
  return (document, dotsPerMm) => {
    const width = Math.round(document.width * dotsPerMm)
    const height = Math.round(document.height * dotsPerMm)
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    for (const element of document.elements) {
      if (element.kind === 'box') drawBox(context, element, dotsPerMm)
      if (element.kind === 'text') drawText(context, element, font, dotsPerMm)
    }
    return bitmapOfPixels(context.getImageData(0, 0, width, height).data, width, height)
  }
}
