import { type BoxMarkInput, type MarkLabel, markPages, markSides } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, inset, type Pen } from '../pen.ts'
import { words } from './words.ts'

const title = { size: 3.6, floor: 2, weight: 'bold', inverse: true } as const

/** Black band at the top: which label of the set this is. The copy field is all that a copy adds. */
export const drawBand = (pen: Pen, input: BoxMarkInput, label: MarkLabel, area: Area): void => {
  pen.fill('band', area)
  const inner = inset(area, 1.2, 0.4)
  const [name = inner, copy = inner, page = inner, side = inner] = columnsOf(inner, [
    34,
    22,
    20,
    inner.width - 76,
  ])
  const isPlanned = input.revision === 0
  pen.line('title', isPlanned ? `${words.title} · ${words.planned}` : words.title, name, title)
  if (label.copy > 0) {
    const text = `${words.copy} ${label.copy} ${words.copyEn} ${label.copy}`
    pen.line('copy', text, inset(copy, 1, 0), { ...title, align: 'center' })
  }
  const pages = markPages(input.items.length)
  if (pages > 1) {
    pen.line('page', `${words.page} ${label.page}/${pages}`, inset(page, 0.8, 0), {
      ...title,
      align: 'right',
    })
  }
  pen.line('side', `${words.side} ${label.side}/${markSides}`, side, { ...title, align: 'right' })
}
