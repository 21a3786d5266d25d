import type { BoxMarkInput, BoxMarkItem } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, inset, type LineStyle, type Pen, rowsOf, rule } from '../pen.ts'
import { printableText } from '../printable-text.ts'
import { lineHeight } from '../text-line.ts'
import { words } from './words.ts'

const headHeight = 3.6
const tallestRow = 12
const wide = 80
// A code that is cut names no goods: where a table is narrow, names give way.
const narrow = 60
const columns = (area: Area): readonly Area[] => {
  const { width } = area
  if (width > wide) return columnsOf(area, [35, width - 48, 13])
  const sku = width * (width < narrow ? 0.42 : 0.36)
  return columnsOf(area, [sku, width - sku - 9, 9])
}

const head = { size: 2.1, floor: 1.5, weight: 'regular' } as const
const floor = 1.6
// Hanzi below 16 dots run together.
const nameFloor = 2

/** How a cell is shared by its two texts. */
const shares = { first: 0.56, second: 0.44 } as const

/** Two texts of one cell; one alone stands in the middle, no larger than beside the other, so that a column reads evenly. */
const drawCell = (
  pen: Pen,
  cell: Area,
  first: { readonly name: string; readonly text: string; readonly style: LineStyle },
  second: { readonly name: string; readonly text: string; readonly style: LineStyle },
): void => {
  const inner = inset(cell, 0.9, rule)
  const shown = [first, second].filter(({ text }) => printableText(text) !== '')
  const upper = inner.height * shares.first
  const areas =
    shown.length === 1
      ? [{ ...inner, y: inner.y + (inner.height - upper) / 2, height: upper }]
      : rowsOf(inner, [upper, inner.height * shares.second])
  for (const [index, { name, text, style }] of shown.entries()) {
    pen.paragraph(name, text, areas[index] ?? inner, style)
  }
}

const sized = (size: number, weight: LineStyle['weight'], least = floor): LineStyle => ({
  size,
  weight,
  floor: least,
})

const drawRow = (
  pen: Pen,
  item: BoxMarkItem,
  index: number,
  isCodeOnly: boolean,
  row: Area,
): void => {
  const [sku = row, name = row, amount = row] = columns(row)
  const at = `items[${index}]`
  drawCell(
    pen,
    sku,
    { name: `${at}.sku`, text: item.sku, style: sized(4.2, 'bold') },
    { name: `${at}.fnsku`, text: item.fnsku ?? '', style: sized(3.2, 'regular') },
  )
  drawCell(
    pen,
    name,
    {
      name: `${at}.nameZh`,
      text: isCodeOnly ? words.nameOmitted : item.nameZh,
      style: sized(3.8, 'regular', nameFloor),
    },
    { name: `${at}.nameEn`, text: isCodeOnly ? '' : item.nameEn, style: sized(3.2, 'regular') },
  )
  pen.line(`${at}.quantity`, String(item.quantity), inset(amount, 0.9, rule), {
    ...sized(Math.min(6.4, (row.height / lineHeight) * 0.8), 'bold'),
    align: 'right',
  })
}

/** Height of a table of `count` rows with its head, in mm. */
export const tableHeight = (count: number, rowHeight: number): number =>
  headHeight + count * rowHeight

interface Range {
  readonly from: number
  readonly to: number
}

/** The rows alone, without a head: `from` to before `to` of the carton's items. */
export const drawItemRows = (
  pen: Pen,
  { items, codeOnly = [] }: BoxMarkInput,
  range: Range,
  area: Area,
): void => {
  const shown = items.slice(range.from, range.to)
  const rowHeight = area.height / Math.max(1, shown.length)
  for (const [index, row] of rowsOf(
    area,
    shown.map(() => rowHeight),
  ).entries()) {
    const item = shown[index]
    if (item === undefined) continue
    pen.across('items.rule', row, row.y)
    drawRow(pen, item, range.from + index, codeOnly.includes(item.sku), row)
  }
  const [, name = area, amount = area] = columns(area)
  pen.down('items.rule', area, name.x)
  pen.down('items.rule', area, amount.x)
  pen.across('items.end', area, area.y + area.height)
}

/** The SKU table: rows `from` to before `to` of the carton's items, taller when there are few. */
export const drawItemTable = (pen: Pen, input: BoxMarkInput, range: Range, area: Area): void => {
  const count = input.items.slice(range.from, range.to).length
  const rowHeight = Math.min(tallestRow, (area.height - headHeight) / Math.max(1, count))
  const [top = area, rows = area] = rowsOf(area, [headHeight, rowHeight * count])
  const [sku = top, name = top, amount = top] = columns(top)
  pen.line('items.sku.head', words.sku, inset(sku, 0.9, rule), head)
  pen.line('items.name.head', words.name, inset(name, 0.9, rule), head)
  pen.line('items.quantity.head', words.amount, inset(amount, 0.9, rule), {
    ...head,
    align: 'right',
  })
  pen.down('items.rule', top, name.x)
  pen.down('items.rule', top, amount.x)
  drawItemRows(pen, input, range, rows)
}
