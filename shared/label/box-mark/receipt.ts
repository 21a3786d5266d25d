import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from '../pen.ts'
import { drawBand } from './band.ts'
import {
  drawFba,
  drawGrossWeight,
  drawOrderNo,
  drawOrigins,
  drawSeller,
  drawSize,
  drawUnits,
  placeText,
} from './facts.ts'
import { drawCartonCode, drawSealed } from './foot.ts'
import { drawCartonNo, drawWarehouseCode } from './headline.ts'
import { drawItemTable, tableHeight } from './item-table.ts'
import type { DrawMarkPage } from './mark-page.ts'
import { drawNoticeRows, hasNotices } from './notices.ts'
import { drawQrColumn, qrRoom } from './qr-column.ts'
import { drawRoute } from './route.ts'
import { words } from './words.ts'

// In mm.
const usualQr = 40
const rowHeight = 10
const weight = { size: 5, floor: 1.6, weight: 'bold' } as const

const drawShipTo = (pen: Pen, { warehouse }: BoxMarkInput, area: Area): number => {
  const { x, width } = inset(area, 1, 0)
  const style = { size: 2.8, floor: 1.6, weight: 'regular' } as const
  const bold = { ...style, weight: 'bold' } as const
  let y = area.y + 0.6
  const text = { size: 1.95, floor: 1.5, weight: 'regular' } as const
  y += pen.flow('warehouse.address.caption', words.shipTo, { x, y, width }, text)
  const name = `${warehouse.nameZh} ${warehouse.nameEn}`
  y += pen.flow('warehouse.name', name, { x, y, width }, bold)
  const lines = warehouse.addressLines.join(', ')
  y += pen.flow('warehouse.address', lines, { x, y, width }, style)
  y += pen.flow('warehouse.place', placeText(warehouse), { x, y, width }, bold)
  return y + 0.6 - area.y
}

const drawParties = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const { fbaShipmentId } = input
  const [left = area, right = area] = columnsOf(area, [area.width - 28, 28])
  drawSeller(pen, input, fbaShipmentId === undefined ? area : left)
  if (fbaShipmentId === undefined) return
  drawFba(pen, fbaShipmentId, right)
  pen.down('parties.rule', area, right.x)
}

/** 72 mm of an endless roll, as long as what the mark says. */
export const drawReceipt: DrawMarkPage = (pen, page, printable) => {
  const { input, label, rows, tools } = page
  let { y } = printable
  const take = (height: number): Area => {
    const area = { ...printable, y, height }
    y += height
    return area
  }
  const ruled = (height: number): Area => {
    pen.across('rule', printable, y)
    return take(height)
  }

  drawBand(pen, page, take(5.4))
  drawWarehouseCode(pen, input, take(17))
  const side = qrRoom(input, usualQr, tools)
  const beside = drawQrColumn(pen, input, ruled(side), side, tools)
  pen.down('identity.end', beside, beside.x + beside.width)
  const cells = rowsOf(
    beside,
    [0.4, 0.3, 0.3].map((share) => share * side),
  )
  const [carton = beside, gross = beside, units = beside] = cells
  drawCartonNo(pen, input, carton)
  drawGrossWeight(pen, input, gross, weight)
  drawUnits(pen, input, units, weight)
  pen.across('identity.rule', beside, gross.y)
  pen.across('identity.rule', beside, units.y)
  drawOrderNo(pen, input, ruled(8))

  if (label.page === 1) {
    drawRoute(pen, input, take(6))
    const address = { ...printable, y }
    take(drawShipTo(pen, input, address))
    drawParties(pen, input, ruled(6.5))
    const last = ruled(6.5)
    const [size = last, origin = last] = columnsOf(last, [last.width / 2, last.width / 2])
    drawSize(pen, input, size)
    drawOrigins(pen, input, origin)
    pen.down('measures.rule', last, origin.x)
  }
  const count = Math.min(rows.to, input.items.length) - rows.from
  drawItemTable(pen, input, rows, ruled(tableHeight(count, rowHeight)))
  if (label.page === 1 && hasNotices(input)) {
    take(1)
    take(drawNoticeRows(pen, input, { ...printable, y }, 9))
  }
  drawCartonCode(pen, input, { ...ruled(18.4), height: 18 }, tools)
  const sealed = ruled(6.5)
  drawSealed(pen, input, columnsOf(sealed, [18, 24, sealed.width - 42]))
  return y - printable.y
}
