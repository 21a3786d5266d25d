import { type BoxMarkInput, type MarkLabel, markPages, markRows } from '#shared/domain/box-mark.ts'
import { markPayload } from '#shared/domain/mark-payload.ts'
import { type LaidOut, withinBounds } from './bounds.ts'
import { drawBand } from './box-mark/band.ts'
import { drawFoot } from './box-mark/foot.ts'
import { drawCartonNo, drawWarehouseCode } from './box-mark/headline.ts'
import { drawIdentity, drawOrderNo } from './box-mark/identity.ts'
import { drawItemTable } from './box-mark/item-table.ts'
import { drawNotices, hasNotices } from './box-mark/notices.ts'
import { drawRoute } from './box-mark/route.ts'
import { placeQr } from './box-mark/symbols.ts'
import type { LayoutTools } from './layout-tools.ts'
import { type Area, columnsOf, createPen, inset, type Pen, rowsOf } from './pen.ts'

/** The label and its unprinted margin, in mm. */
export const markMedia = { width: 100, height: 150, margin: 2 } as const

// Heights of the label's bands, in mm. The QR code's is what 105 modules of 3 dots need with their quiet zone.
const heights = { band: 6, headline: 19, qr: 43.5, route: 7, notices: 9.5, foot: 17.5 } as const
const qrWidth = 44

const drawQr = (pen: Pen, input: BoxMarkInput, area: Area, tools: LayoutTools): Area => {
  const [rest = area, qr = area] = columnsOf(area, [area.width - qrWidth, qrWidth])
  placeQr(pen, markPayload(input, tools.sha256), qr, tools)
  return rest
}

const drawFirst = (pen: Pen, input: BoxMarkInput, area: Area, tools: LayoutTools): void => {
  const notices = hasNotices(input) ? heights.notices : 0
  const { headline, qr, route } = heights
  const [top = area, middle = area, strip = area, table = area, bottom = area] = rowsOf(area, [
    headline,
    qr,
    route,
    area.height - headline - qr - route - notices,
    notices,
  ])
  const [warehouse = top, carton = top] = columnsOf(top, [top.width - 38, 38])
  drawWarehouseCode(pen, input, warehouse)
  drawCartonNo(pen, input, carton)
  pen.down('headline.rule', top, carton.x)
  pen.across('headline.end', area, middle.y)

  const identity = drawQr(pen, input, middle, tools)
  pen.down('identity.end', identity, identity.x + identity.width)
  drawIdentity(pen, input, identity)
  drawRoute(pen, input, strip)
  drawItemTable(pen, input, { from: 0, to: markRows.first }, table)
  if (hasNotices(input)) drawNotices(pen, input, inset(bottom, 0, 0.6))
}

const drawContinuation = (
  pen: Pen,
  input: BoxMarkInput,
  page: number,
  area: Area,
  tools: LayoutTools,
): void => {
  const [middle = area, table = area] = rowsOf(area, [heights.qr, area.height - heights.qr])
  const identity = drawQr(pen, input, middle, tools)
  pen.down('identity.end', identity, identity.x + identity.width)
  const [warehouse = identity, carton = identity, order = identity] = rowsOf(
    identity,
    [17, 17, 9.5],
  )
  drawWarehouseCode(pen, input, warehouse)
  drawCartonNo(pen, input, carton)
  drawOrderNo(pen, input, order)
  pen.across('headline.rule', identity, carton.y)
  pen.across('headline.rule', identity, order.y)
  pen.across('headline.end', area, table.y)
  const from = markRows.first + (page - 2) * markRows.continuation
  drawItemTable(pen, input, { from, to: from + markRows.continuation }, table)
}

/**
 * Lays a box mark of 100×150 mm out. Sides and copies of one carton differ only in the elements `side` and `copy`.
 * Fails with the name of an element that would leave the printable area.
 * @throws RangeError when the carton has no such page
 */
export const layoutBoxMark = (
  input: BoxMarkInput,
  label: MarkLabel,
  tools: LayoutTools,
): LaidOut => {
  const pages = markPages(input.items.length)
  if (!Number.isSafeInteger(label.page) || label.page < 1 || label.page > pages) {
    throw new RangeError(`page ${label.page} of ${pages}`)
  }
  const pen = createPen(tools.measure)
  const { width, height, margin } = markMedia
  const printable = inset({ x: 0, y: 0, width, height }, margin)
  const { band, foot } = heights
  const [top = printable, body = printable, bottom = printable] = rowsOf(printable, [
    band,
    printable.height - band - foot,
    foot,
  ])
  drawBand(pen, input, label, top)
  if (label.page === 1) drawFirst(pen, input, body, tools)
  else drawContinuation(pen, input, label.page, body, tools)
  pen.across('foot.top', bottom, bottom.y)
  drawFoot(pen, input, bottom, tools)
  return withinBounds({ width, height, elements: pen.elements }, margin, tools.dotsPerMm)
}
