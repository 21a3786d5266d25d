import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from '../pen.ts'
import { drawBand } from './band.ts'
import { drawCartonNo, drawWarehouseCode } from './headline.ts'
import type { MarkPage } from './mark-page.ts'
import { words } from './words.ts'

// In mm.
const heights = { band: 4.4, headline: 9.8, order: 4.6 } as const
const caption = { size: 1.95, floor: 1.2, weight: 'regular' } as const

const drawHeadline = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const [warehouse = area, carton = area] = columnsOf(area, [area.width - 22, 22])
  drawWarehouseCode(pen, input, warehouse)
  drawCartonNo(pen, input, carton)
  pen.down('headline.rule', area, carton.x)
}

const drawOrderLine = (pen: Pen, { orderNo }: BoxMarkInput, area: Area): void => {
  const [name = area, , value = area] = columnsOf(inset(area, 1, 0.3), [16.5, 1, area.width - 19.5])
  pen.line('orderNo.caption', words.orderNo, name, caption)
  pen.line('orderNo', orderNo, value, { size: 3.8, floor: 1.6, weight: 'bold' })
}

/** Which label this is, and whose goods: the head of every mark of 100×60 mm. Gives what is left below. */
export const drawSmallHead = (pen: Pen, page: MarkPage, column: Area): Area => {
  const { band, headline, order } = heights
  const [top = column, head = column, orderLine = column, rest = column] = rowsOf(column, [
    band,
    headline,
    order,
    column.height - band - headline - order,
  ])
  drawBand(pen, page, top)
  drawHeadline(pen, page.input, head)
  pen.across('headline.end', column, orderLine.y)
  drawOrderLine(pen, page.input, orderLine)
  return rest
}
