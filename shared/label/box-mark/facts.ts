import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { Warehouse } from '#shared/domain/order.ts'
import { type Area, inset, type LineStyle, type Pen, rowsOf } from '../pen.ts'
import { drawCaption, drawField } from '../field.ts'
import { kilograms } from '../weight-text.ts'
import { words } from './words.ts'

// What a mark says of its carton, one field a fact.

const large = { size: 4.2, floor: 1.6, weight: 'bold' } as const
const smaller = { size: 3.4, floor: 1.6, weight: 'bold' } as const

export const placeText = ({ postcode, country, contact, phone }: Warehouse): string =>
  [`${postcode} ${country}`, contact, phone].filter((part) => part !== undefined).join(' · ')

/** Centimetres, as forwarders write sizes; a decimal only where there is one. */
const centimetres = (millimetres: number): string => String(millimetres / 10)

const countryName = (code: string): string => {
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code)
  return (name ?? code).toUpperCase()
}

/** Name, address, and on a line of their own, so that a long address never takes their room, postcode and contact. */
export const drawAddress = (pen: Pen, { warehouse }: BoxMarkInput, area: Area): void => {
  const block = drawCaption(pen, 'warehouse.address', words.shipTo, area)
  const heights = [3.2, block.height - 6.4, 3.2]
  const [name = block, lines = block, place = block] = rowsOf(block, heights)
  const line = { size: 2.8, floor: 1.6, weight: 'bold' } as const
  pen.line('warehouse.name', `${warehouse.nameZh} ${warehouse.nameEn}`, name, line)
  const text = { size: 2.8, floor: 1.6, weight: 'regular' } as const
  pen.paragraph('warehouse.address', warehouse.addressLines.join(', '), lines, text)
  pen.line('warehouse.place', placeText(warehouse), place, line)
}

/** The same in little room: without lines of their own for caption and name. */
export const drawCompactAddress = (pen: Pen, { warehouse }: BoxMarkInput, area: Area): void => {
  const block = inset(area, 1, 0.3)
  const lastLine = Math.min(2.8, block.height * 0.36)
  const [lines = block, place = block] = rowsOf(block, [block.height - lastLine, lastLine])
  const { nameZh, nameEn, addressLines } = warehouse
  const style = { size: 2.5, floor: 1.3, weight: 'regular' } as const
  const text = `${words.shipTo}: ${[`${nameZh} ${nameEn}`, ...addressLines].join(', ')}`
  pen.paragraph('warehouse.address', text, lines, style)
  pen.line('warehouse.place', placeText(warehouse), place, { ...style, weight: 'bold' })
}

export const drawOrderNo = (pen: Pen, { orderNo }: BoxMarkInput, area: Area): void =>
  drawField(pen, 'orderNo', { caption: words.orderNo, value: orderNo }, area, large)

export const drawSeller = (pen: Pen, { sellerName }: BoxMarkInput, area: Area): void =>
  drawField(pen, 'sellerName', { caption: words.seller, value: sellerName }, area, smaller)

export const drawFba = (pen: Pen, fbaShipmentId: string, area: Area): void =>
  drawField(pen, 'fbaShipmentId', { caption: words.fba, value: fbaShipmentId }, area, smaller)

export const drawGrossWeight = (
  pen: Pen,
  { grossWeight }: BoxMarkInput,
  area: Area,
  style: LineStyle = smaller,
): void => {
  const value = grossWeight === undefined ? '—' : kilograms(grossWeight)
  drawField(pen, 'grossWeight', { caption: words.gross, value }, area, style)
}

export const drawSize = (pen: Pen, { size }: BoxMarkInput, area: Area): void => {
  const value =
    size === undefined
      ? '—'
      : `${[size.length, size.width, size.height].map(centimetres).join(' × ')} cm`
  drawField(pen, 'size', { caption: words.size, value }, area, smaller)
}

// In mm: for the caption in both languages.
const roomForQuantity = 19

export const drawUnits = (
  pen: Pen,
  { items }: BoxMarkInput,
  area: Area,
  style: LineStyle = smaller,
): void => {
  const units = items.reduce((sum, item) => sum + item.quantity, 0)
  const quantity = area.width < roomForQuantity ? words.quantityZh : words.quantity
  const text = {
    caption: `${quantity} · ${items.length} SKU`,
    value: `${units} ${words.units}`,
  }
  drawField(pen, 'units', text, area, style)
}

export const originText = ({ origins }: BoxMarkInput): string =>
  origins.length === 0 ? '—' : `MADE IN ${origins.map(countryName).join(', ')}`

export const drawOrigins = (pen: Pen, input: BoxMarkInput, area: Area): void =>
  drawField(pen, 'origins', { caption: words.origin, value: originText(input) }, area, smaller)
