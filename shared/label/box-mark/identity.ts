import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { Warehouse } from '#shared/domain/order.ts'
import { type Area, columnsOf, type Pen, rowsOf } from '../pen.ts'
import { drawCaption, drawField } from './field.ts'
import { words } from './words.ts'

const value = { size: 4.2, floor: 1.6, weight: 'bold' } as const
const smaller = { size: 3.4, floor: 1.6, weight: 'bold' } as const

const placeText = ({ postcode, country, contact, phone }: Warehouse): string =>
  [`${postcode} ${country}`, contact, phone].filter((part) => part !== undefined).join(' · ')

/** Name, address, and on a line of their own, so that a long address never takes their room, postcode and contact. */
const drawAddress = (pen: Pen, warehouse: Warehouse, area: Area): void => {
  const block = drawCaption(pen, 'warehouse.address', words.shipTo, area)
  const heights = [3.2, block.height - 6.4, 3.2]
  const [name = block, lines = block, place = block] = rowsOf(block, heights)
  const line = { size: 2.8, floor: 1.6, weight: 'bold' } as const
  pen.line('warehouse.name', `${warehouse.nameZh} ${warehouse.nameEn}`, name, line)
  const text = { size: 2.8, floor: 1.6, weight: 'regular' } as const
  pen.paragraph('warehouse.address', warehouse.addressLines.join(', '), lines, text)
  pen.line('warehouse.place', placeText(warehouse), place, line)
}

/** 12.48 kg */
const kilograms = (grams: number): string => `${(grams / 1000).toFixed(2)} kg`

/** Centimetres, as forwarders write sizes; a decimal only where there is one. */
const centimetres = (millimetres: number): string => String(millimetres / 10)

const countryName = (code: string): string => {
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code)
  return (name ?? code).toUpperCase()
}

export const drawOrderNo = (pen: Pen, { orderNo }: BoxMarkInput, area: Area): void =>
  drawField(pen, 'orderNo', { caption: words.orderNo, value: orderNo }, area, value)

const drawParties = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const seller = { caption: words.seller, value: input.sellerName }
  if (input.fbaShipmentId === undefined) {
    drawField(pen, 'sellerName', seller, area, smaller)
    return
  }
  const [left = area, right = area] = columnsOf(area, [area.width - 28, 28])
  drawField(pen, 'sellerName', seller, left, smaller)
  drawField(
    pen,
    'fbaShipmentId',
    { caption: words.fba, value: input.fbaShipmentId },
    right,
    smaller,
  )
  pen.down('parties.rule', area, right.x)
}

const drawMeasures = (pen: Pen, { grossWeight, size }: BoxMarkInput, area: Area): void => {
  const [left = area, right = area] = columnsOf(area, [20, area.width - 20])
  const weight = grossWeight === undefined ? '—' : kilograms(grossWeight)
  const outside =
    size === undefined
      ? '—'
      : `${[size.length, size.width, size.height].map(centimetres).join(' × ')} cm`
  drawField(pen, 'grossWeight', { caption: words.gross, value: weight }, left, smaller)
  drawField(pen, 'size', { caption: words.size, value: outside }, right, smaller)
  pen.down('measures.rule', area, right.x)
}

const drawCounts = (pen: Pen, { items, origins }: BoxMarkInput, area: Area): void => {
  const [left = area, right = area] = columnsOf(area, [20, area.width - 20])
  const units = items.reduce((sum, item) => sum + item.quantity, 0)
  const madeIn = origins.length === 0 ? '—' : `MADE IN ${origins.map(countryName).join(', ')}`
  const counts = {
    caption: `${words.quantity} · ${items.length} SKU`,
    value: `${units} ${words.units}`,
  }
  drawField(pen, 'units', counts, left, smaller)
  drawField(pen, 'origins', { caption: words.origin, value: madeIn }, right, smaller)
  pen.down('counts.rule', area, right.x)
}

/** Address, order, parties, measures and counts: the column beside the QR code. */
export const drawIdentity = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const rows = rowsOf(area, [area.height - 27, 7.5, 6.5, 6.5, 6.5])
  const [address = area, order = area, parties = area, measures = area, counts = area] = rows
  for (const row of rows.slice(1)) pen.across('identity.rule', row, row.y)
  drawAddress(pen, input.warehouse, address)
  drawOrderNo(pen, input, order)
  drawParties(pen, input, parties)
  drawMeasures(pen, input, measures)
  drawCounts(pen, input, counts)
}
