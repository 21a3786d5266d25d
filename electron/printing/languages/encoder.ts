import type { LabelDocument } from '#shared/label/document.ts'
import type { Rasterize } from '../raster.ts'
import type { PrinterTuning } from './tuning.ts'

/**
 * Makes of a laid-out label the bytes that one kind of printer takes.
 * @throws AppError invalid-input for a tuning that the language has not, label-shifted-off for an offset too large
 */
export type EncodeLabel = (
  document: LabelDocument,
  dotsPerMm: number,
  rasterize: Rasterize,
  tuning?: PrinterTuning,
) => Uint8Array
