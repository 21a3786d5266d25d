import {
  type BoxMarkInput,
  type MarkLabel,
  markPageRows,
  markPages,
} from '#shared/domain/box-mark.ts'
import { type MarkMedia, mediaSizes } from '#shared/domain/label-media.ts'
import type { LaidOut } from './bounds.ts'
import type { DrawMarkPage } from './box-mark/mark-page.ts'
import { drawReceipt } from './box-mark/receipt.ts'
import { drawSmallSheet } from './box-mark/small-sheet.ts'
import { drawSquareSheet } from './box-mark/square-sheet.ts'
import { drawTallSheet } from './box-mark/tall-sheet.ts'
import type { LayoutTools } from './layout-tools.ts'
import { layOutOn } from './lay-out-on.ts'

const sheets: Readonly<Record<MarkMedia, DrawMarkPage>> = {
  '100x150': drawTallSheet,
  '100x100': drawSquareSheet,
  '100x60': drawSmallSheet,
  '72': drawReceipt,
}

/**
 * Lays a box mark out. Sides and copies of one carton differ only in the elements `side` and `copy`.
 * Fails with the name of an element that would leave the printable area.
 * @throws RangeError when the carton has no such page
 */
export const layoutBoxMark = (
  input: BoxMarkInput,
  label: MarkLabel,
  media: MarkMedia,
  tools: LayoutTools,
): LaidOut => {
  const pages = markPages(input.items.length, media)
  if (!Number.isSafeInteger(label.page) || label.page < 1 || label.page > pages) {
    throw new RangeError(`page ${label.page} of ${pages}`)
  }
  const page = { input, label, pages, rows: markPageRows(label.page, media), tools }
  return layOutOn(mediaSizes[media], tools, (pen, area) => sheets[media](pen, page, area))
}
