import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { type Area, inset, type Pen } from '../pen.ts'
import { drawCaption } from '../field.ts'
import { words } from './words.ts'

// Readable from several metres: digits of 10 mm. No code is cut, however long and small the label.
const large = { size: 14, floor: 0.8, weight: 'bold', align: 'center' } as const

const drawLarge = (
  pen: Pen,
  name: string,
  text: { readonly caption: string; readonly value: string },
  area: Area,
): void =>
  pen.line(name, text.value, inset(drawCaption(pen, name, text.caption, area), 1, 0), large)

export const drawWarehouseCode = (pen: Pen, { warehouse }: BoxMarkInput, area: Area): void =>
  drawLarge(pen, 'warehouse.code', { caption: words.warehouse, value: warehouse.code }, area)

/** "7 / 18" where the total is known, else "7". */
export const drawCartonNo = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const value =
    input.cartonTotal === undefined
      ? `${input.cartonNo}`
      : `${input.cartonNo} / ${input.cartonTotal}`
  drawLarge(pen, 'cartonNo', { caption: words.cartonNo, value }, area)
}
