import type { LabelDocument } from '#shared/label/document.ts'
import type { Bitmap } from './bitmap.ts'
import type { Rasterize } from './raster.ts'
import { drawCode128, drawQr } from './symbols.ts'

/** The whole label in dots, symbols included. */
export const drawLabel = (
  document: LabelDocument,
  dotsPerMm: number,
  rasterize: Rasterize,
): Bitmap => {
  const bitmap = rasterize(document, dotsPerMm)
  for (const element of document.elements) {
    if (element.kind === 'qr') drawQr(bitmap, element, dotsPerMm)
    if (element.kind === 'code128') drawCode128(bitmap, element, dotsPerMm)
  }
  return bitmap
}
