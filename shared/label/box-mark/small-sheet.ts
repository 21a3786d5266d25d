import { rowsOf } from '../pen.ts'
import { drawFoot } from './foot.ts'
import { drawItemTable } from './item-table.ts'
import type { DrawMarkPage } from './mark-page.ts'
import { drawQrColumn, qrRoom } from './qr-column.ts'
import { drawSmallFirst } from './small-first.ts'
import { drawSmallHead } from './small-head.ts'

// In mm.
const footHeight = 12
const usualQr = 30
// Under a QR code no larger than this there is room for weight, size and count.
const roomUnderQr = 33

/** 100×60 mm: for cartons of one SKU; others go on on continuation marks. */
export const drawSmallSheet: DrawMarkPage = (pen, page, printable) => {
  const { input, label, rows, tools } = page
  const [body = printable, bottom = printable] = rowsOf(printable, [
    printable.height - footHeight,
    footHeight,
  ])
  const side = Math.min(qrRoom(input, usualQr, tools), body.height)
  const isFirst = label.page === 1
  const hasRoom = isFirst && side <= roomUnderQr
  const beside = drawQrColumn(pen, input, hasRoom ? { ...body, height: side } : body, side, tools)
  const column = { ...beside, height: body.height }
  pen.down('identity.end', column, column.x + column.width)
  const rest = drawSmallHead(pen, page, column)
  if (isFirst) {
    const underQr = {
      x: column.x + column.width,
      y: body.y + side,
      width: side,
      height: body.height - side,
    }
    drawSmallFirst(pen, page, rest, hasRoom ? underQr : null)
  } else {
    pen.across('items.top', column, rest.y)
    drawItemTable(pen, input, rows, rest)
  }
  pen.across('foot.top', bottom, bottom.y)
  drawFoot(pen, input, bottom, tools)
  return printable.height
}
