import { AppError } from '#shared/errors.ts'
import { mediaSizes } from '#shared/domain/label-media.ts'
import { withinBounds } from '#shared/label/bounds.ts'
import type { LabelDocument } from '#shared/label/document.ts'
import type { Bitmap } from '../bitmap.ts'
import { moveBitmap } from '../move-bitmap.ts'
import type { PrinterTuning } from './tuning.ts'

const shiftedOff = (element: string, { offsetX, offsetY }: PrinterTuning): AppError =>
  new AppError('label-shifted-off', `${element} leaves the label by ${offsetX},${offsetY} dots`, {
    details: { element, offsetX, offsetY },
  })

/**
 * What was drawn of the label, moved by the printer's offset. Drawn, and not left to `^LS`, `^LT`, `SHIFT` or
 * `REFERENCE`: those differ in sign, range and model, cut off what they push over the edge without a word, and receipt
 * printers have none. So an offset means the same dots on every printer, and it never costs a dot: one that would is
 * an error, since half a symbol is worse than a label that is a millimetre off.
 * @throws AppError label-shifted-off with the name of the first element that would leave the label with its quiet zone
 */
export const movedByOffset = (
  drawn: Bitmap,
  document: LabelDocument,
  dotsPerMm: number,
  tuning: PrinterTuning,
): Bitmap => {
  const { offsetX, offsetY } = tuning
  if (offsetX === 0 && offsetY === 0) return drawn
  const elements = document.elements.map((element) => ({
    ...element,
    x: element.x + offsetX / dotsPerMm,
    y: element.y + offsetY / dotsPerMm,
  }))
  const { beside } = mediaSizes[document.endless === true ? '72' : '100x150']
  const placed = withinBounds({ ...document, elements }, { margin: 0, beside }, dotsPerMm)
  if (!placed.ok) throw shiftedOff(placed.error.element, tuning)
  // A stroke may reach a dot out of its line box.
  const moved = moveBitmap(drawn, offsetX, offsetY)
  if (moved === null) throw shiftedOff('ink', tuning)
  return moved
}
