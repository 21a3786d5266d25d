import type { BoxMarkInput, DangerousGoodsNote, HandlingMark } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from '../pen.ts'
import { handlingWords } from './words.ts'

const gap = 1
const widestCell = 30
const notesACell = 3
// Several notes in one cell need more than their share of a narrow row.
const narrow = 80
const wideCell = 1.8
// Below, the words alone fill a cell.
const roomForSign = 12
const roomForSignHeight = 7

/** A goblet from five boxes, for goods that break. */
const drawGoblet = (pen: Pen, area: Area): void => {
  const middle = area.x + area.width / 2
  const unit = area.height / 10
  const part = (width: number, y: number, height: number): void =>
    pen.fill('handling.fragile.sign', {
      x: middle - (width * unit) / 2,
      y: area.y + y * unit,
      width: width * unit,
      height: height * unit,
    })
  part(5, 0.5, 2.4)
  part(4, 2.9, 1.2)
  part(2.4, 4.1, 0.9)
  part(0.9, 5, 3.4)
  part(4, 8.4, 1)
}

const signs = { 'this-side-up': '⬆⬆', 'keep-dry': '☂', heavy: '⚠' } as const

const drawHandling = (pen: Pen, mark: HandlingMark, cell: Area): void => {
  const name = `handling.${mark}`
  pen.frame(name, cell, Math.min(0.5, cell.height / 12))
  const { zh: chinese, en: english } = handlingWords[mark]
  if (cell.width < roomForSign || cell.height < roomForSignHeight) {
    const words = { floor: 0.8, weight: 'bold', align: 'center' } as const
    const inner = inset(cell, 0.6, 0.5)
    const [first = cell, second = cell] = rowsOf(inner, [inner.height * 0.6, inner.height * 0.4])
    pen.line(`${name}.zh`, chinese, first, { ...words, size: 4.2 })
    pen.line(`${name}.en`, english, second, { ...words, size: 2.1 })
    return
  }
  const [top = cell, en = cell] = rowsOf(inset(cell, 0.8, 0.6), [cell.height - 4, 2.8])
  const [sign = top, zh = top] = columnsOf(inset(top, Math.max(0, (top.width - 14) / 2), 0), [
    5.2,
    Math.min(top.width, 14) - 5.2,
  ])
  if (mark === 'fragile') drawGoblet(pen, sign)
  else {
    const style = { size: 5, floor: 2, weight: 'bold', align: 'center' } as const
    pen.line(`${name}.sign`, signs[mark], sign, style)
  }
  pen.line(`${name}.zh`, chinese, zh, { size: 4.2, floor: 2, weight: 'bold', align: 'center' })
  pen.line(`${name}.en`, english, en, { size: 2.1, floor: 1.2, weight: 'bold', align: 'center' })
}

/** UN number over packing instruction, or up to three pairs a cell where there are many. Never cut. */
const drawDangerous = (
  pen: Pen,
  notes: readonly DangerousGoodsNote[],
  cell: Area,
  first: number,
): void => {
  pen.fill(`dangerousGoods[${first}]`, cell)
  const inner = inset(cell, 0.8, 0.5)
  const style = { weight: 'bold', align: 'center', inverse: true, floor: 0.5 } as const
  const [note] = notes
  if (notes.length === 1 && note !== undefined) {
    const [un = inner, packing = inner] = rowsOf(inner, [inner.height * 0.58, inner.height * 0.42])
    pen.line(`dangerousGoods[${first}].unCode`, note.unCode, un, { ...style, size: 4.2 })
    pen.line(`dangerousGoods[${first}].packingInstruction`, note.packingInstruction, packing, {
      ...style,
      size: 2.8,
    })
    return
  }
  const rows = rowsOf(
    inner,
    notes.map(() => inner.height / notes.length),
  )
  for (const [index, { unCode, packingInstruction }] of notes.entries()) {
    const row = rows[index] ?? inner
    const text = `${unCode} ${packingInstruction}`
    pen.line(`dangerousGoods[${first + index}]`, text, row, { ...style, size: 3 })
  }
}

const grouped = (input: BoxMarkInput): readonly (readonly DangerousGoodsNote[])[] => {
  const { dangerousGoods: notes, handling } = input
  const roomFor = 5 - handling.length
  const perCell = notes.length <= roomFor ? 1 : notesACell
  return Array.from({ length: Math.ceil(notes.length / perCell) }, (_, index) =>
    notes.slice(index * perCell, (index + 1) * perCell),
  )
}

export const hasNotices = (input: BoxMarkInput): boolean =>
  input.dangerousGoods.length + input.handling.length > 0

/** Dangerous goods text above handling marks where there is more than one; gives the height used, in mm. */
export const drawNoticeRows = (
  pen: Pen,
  input: BoxMarkInput,
  area: Pick<Area, 'x' | 'y' | 'width'>,
  rowHeight: number,
): number => {
  const isOneRow = input.dangerousGoods.length < 2
  const rows = isOneRow
    ? [input]
    : [
        { ...input, handling: [] },
        { ...input, dangerousGoods: [] },
      ]
  const shown = rows.filter(hasNotices)
  for (const [index, row] of shown.entries()) {
    const y = area.y + index * (rowHeight + gap)
    drawNotices(pen, row, { ...area, y, height: rowHeight })
  }
  return shown.length * (rowHeight + gap)
}

/** Dangerous goods text and handling marks, side by side. */
export const drawNotices = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const groups = grouped(input)
  const count = groups.length + input.handling.length
  const isNarrow = area.width < narrow
  const weights = [
    ...groups.map((notes) => (isNarrow && notes.length > 1 ? wideCell : 1)),
    ...input.handling.map(() => 1),
  ]
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const width = Math.min(widestCell, (area.width - gap * (count - 1)) / total)
  const widths = weights.map((weight) => weight * width)
  const cells = columnsOf(
    area,
    widths.map((each) => each + gap),
  ).map((cell, index) => ({ ...cell, width: widths[index] ?? width }))
  let first = 0
  for (const [index, notes] of groups.entries()) {
    drawDangerous(pen, notes, cells[index] ?? area, first)
    first += notes.length
  }
  for (const [index, mark] of input.handling.entries()) {
    drawHandling(pen, mark, cells[groups.length + index] ?? area)
  }
}
