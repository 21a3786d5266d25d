import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { markPayload } from '#shared/domain/mark-payload.ts'
import type { LayoutTools } from '../layout-tools.ts'
import { type Area, columnsOf, type Pen } from '../pen.ts'
import { leastQrSide, placeQr } from '../symbols.ts'

/** Draws the mark's QR code into the last `width` mm of the area, and gives what is left of it. */
export const drawQrColumn = (
  pen: Pen,
  input: BoxMarkInput,
  area: Area,
  width: number,
  tools: LayoutTools,
): Area => {
  const [rest = area, qr = area] = columnsOf(area, [area.width - width, width])
  placeQr(pen, markPayload(input, tools.sha256), qr, tools)
  return rest
}

// In mm: what rules beside it take, and rounding to dots.
const clearance = 0.6

/** Room in mm for the mark's QR code with its quiet zone: `wanted`, or more where its smallest module needs it. */
export const qrRoom = (input: BoxMarkInput, wanted: number, tools: LayoutTools): number =>
  Math.max(wanted, leastQrSide(markPayload(input, tools.sha256), tools) + clearance)
