import { type Area, columnsOf, inset, type Pen, rowsOf } from '../pen.ts'
import { drawBand } from './band.ts'
import { drawContinuationHead } from './continuation-head.ts'
import { drawFoot } from './foot.ts'
import { drawCartonNo, drawWarehouseCode } from './headline.ts'
import { drawIdentity } from './identity.ts'
import { drawItemTable } from './item-table.ts'
import type { DrawMarkPage, MarkPage } from './mark-page.ts'
import { drawNotices, hasNotices } from './notices.ts'
import { drawQrColumn } from './qr-column.ts'
import { drawRoute } from './route.ts'

// Heights of the label's bands, in mm. The QR code's is what 105 modules of 3 dots need with their quiet zone.
const heights = { band: 6, headline: 19, qr: 43.5, route: 7, notices: 9.5, foot: 17.5 } as const
const qrWidth = 44

const drawFirst = (pen: Pen, { input, rows, tools }: MarkPage, area: Area): void => {
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

  const identity = drawQrColumn(pen, input, middle, qrWidth, tools)
  pen.down('identity.end', identity, identity.x + identity.width)
  drawIdentity(pen, input, identity)
  drawRoute(pen, input, strip)
  drawItemTable(pen, input, rows, table)
  if (hasNotices(input)) drawNotices(pen, input, inset(bottom, 0, 0.6))
}

const drawContinuation = (pen: Pen, { input, rows, tools }: MarkPage, area: Area): void => {
  const [middle = area, table = area] = rowsOf(area, [heights.qr, area.height - heights.qr])
  const identity = drawQrColumn(pen, input, middle, qrWidth, tools)
  drawContinuationHead(pen, input, identity)
  pen.across('headline.end', area, table.y)
  drawItemTable(pen, input, rows, table)
}

/** 100×150 mm: the whole mark in large type. */
export const drawTallSheet: DrawMarkPage = (pen, page, printable) => {
  const { band, foot } = heights
  const [top = printable, body = printable, bottom = printable] = rowsOf(printable, [
    band,
    printable.height - band - foot,
    foot,
  ])
  drawBand(pen, page, top)
  if (page.label.page === 1) drawFirst(pen, page, body)
  else drawContinuation(pen, page, body)
  pen.across('foot.top', bottom, bottom.y)
  drawFoot(pen, page.input, bottom, page.tools)
  return printable.height
}
