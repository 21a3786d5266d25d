import type { LabelDocument } from '#shared/label/document.ts'
import type { Rasterize } from '../raster.ts'

/** Makes of a laid-out label the bytes that one kind of printer takes. */
export type EncodeLabel = (
  document: LabelDocument,
  dotsPerMm: number,
  rasterize: Rasterize,
) => Uint8Array
