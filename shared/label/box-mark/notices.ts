import type { BoxMarkInput, DangerousGoodsNote, HandlingMark } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from '../pen.ts'
import { handlingWords } from './words.ts'

const gap = 1
const widestCell = 30
const notesACell = 3

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
  pen.frame(name, cell, 0.5)
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
  const { zh: chinese, en: english } = handlingWords[mark]
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

/** Dangerous goods text and handling marks, side by side. */
export const drawNotices = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const groups = grouped(input)
  const count = groups.length + input.handling.length
  const width = Math.min(widestCell, (area.width - gap * (count - 1)) / count)
  const cells = columnsOf(
    area,
    Array.from({ length: count }, () => width + gap),
  ).map((cell) => ({ ...cell, width }))
  let first = 0
  for (const [index, notes] of groups.entries()) {
    drawDangerous(pen, notes, cells[index] ?? area, first)
    first += notes.length
  }
  for (const [index, mark] of input.handling.entries()) {
    drawHandling(pen, mark, cells[groups.length + index] ?? area)
  }
}
