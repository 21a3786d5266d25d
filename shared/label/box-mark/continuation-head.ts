import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { type Area, type Pen, rowsOf } from '../pen.ts'
import { drawOrderNo } from './facts.ts'
import { drawCartonNo, drawWarehouseCode } from './headline.ts'

/** Beside the QR code of a continuation mark: whose goods these are, large. */
export const drawContinuationHead = (pen: Pen, input: BoxMarkInput, column: Area): void => {
  pen.down('identity.end', column, column.x + column.width)
  const [warehouse = column, carton = column, order = column] = rowsOf(column, [17, 17, 9.5])
  drawWarehouseCode(pen, input, warehouse)
  drawCartonNo(pen, input, carton)
  drawOrderNo(pen, input, order)
  pen.across('headline.rule', column, carton.y)
  pen.across('headline.rule', column, order.y)
}
