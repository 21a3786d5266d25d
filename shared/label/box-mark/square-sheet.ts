import { type Area, columnsOf, inset, type Pen, rowsOf } from '../pen.ts'
import { drawBand } from './band.ts'
import {
  drawCompactAddress,
  drawGrossWeight,
  drawOrderNo,
  drawOrigins,
  drawSize,
  drawUnits,
} from './facts.ts'
import { drawFoot } from './foot.ts'
import { drawContinuationHead } from './continuation-head.ts'
import { drawCartonNo, drawWarehouseCode } from './headline.ts'
import { drawParties } from './identity.ts'
import { drawItemTable } from './item-table.ts'
import type { DrawMarkPage, MarkPage } from './mark-page.ts'
import { drawNotices, hasNotices } from './notices.ts'
import { drawQrColumn } from './qr-column.ts'
import { drawRoute } from './route.ts'

// In mm. The warehouse code stands beside the QR code here, not above it.
const heights = { band: 5.4, qr: 43.5, parties: 6, route: 5.6, notices: 8.6, foot: 13.6 } as const
const qrWidth = 44
const weight = { size: 6, floor: 1.6, weight: 'bold' } as const

const drawFirst = (pen: Pen, { input, rows, tools }: MarkPage, area: Area): void => {
  const notices = hasNotices(input) ? heights.notices : 0
  const { qr, parties, route } = heights
  const [top = area, who = area, strip = area, table = area, bottom = area] = rowsOf(area, [
    qr,
    parties,
    route,
    area.height - qr - parties - route - notices,
    notices,
  ])
  const column = drawQrColumn(pen, input, top, qrWidth, tools)
  pen.down('identity.end', column, column.x + column.width)
  const cells = rowsOf(column, [12, 9.5, 6.2, 9.8, 6])
  const [code = column, count = column, order = column, address = column, last = column] = cells
  for (const cell of cells.slice(1)) pen.across('identity.rule', cell, cell.y)
  drawWarehouseCode(pen, input, code)
  const [cartonNo = count, gross = count] = columnsOf(count, [27, count.width - 27])
  drawCartonNo(pen, input, cartonNo)
  drawGrossWeight(pen, input, gross, weight)
  pen.down('measures.rule', count, gross.x)
  drawOrderNo(pen, input, order)
  drawCompactAddress(pen, input, address)
  const [size = last, units = last] = columnsOf(last, [30, last.width - 30])
  drawSize(pen, input, size)
  drawUnits(pen, input, units)
  pen.down('counts.rule', last, units.x)

  pen.across('parties.top', area, who.y)
  const [seller = who, origin = who] = columnsOf(who, [who.width - 30, 30])
  drawParties(pen, input, seller)
  drawOrigins(pen, input, origin)
  pen.down('origins.rule', who, origin.x)
  drawRoute(pen, input, strip)
  drawItemTable(pen, input, rows, table)
  if (hasNotices(input)) drawNotices(pen, input, inset(bottom, 0, 0.5))
}

const drawContinuation = (pen: Pen, { input, rows, tools }: MarkPage, area: Area): void => {
  const [middle = area, table = area] = rowsOf(area, [heights.qr, area.height - heights.qr])
  const column = drawQrColumn(pen, input, middle, qrWidth, tools)
  drawContinuationHead(pen, input, column)
  pen.across('headline.end', area, table.y)
  drawItemTable(pen, input, rows, table)
}

/** 100×100 mm: the same facts, two SKUs on the mark itself. */
export const drawSquareSheet: DrawMarkPage = (pen, page, printable) => {
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
