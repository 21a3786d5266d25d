import { markSides } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, inset, type Pen } from '../pen.ts'
import type { MarkPage } from './mark-page.ts'
import { words } from './words.ts'

const title = { size: 3.6, floor: 2, weight: 'bold', inverse: true } as const
// Narrower, the whole title would shrink or lose its end.
const wide = 80

/** Black band at the top: which label of the set this is. The copy field is all that a copy adds. */
export const drawBand = (pen: Pen, { input, label, pages }: MarkPage, area: Area): void => {
  pen.fill('band', area)
  const inner = inset(area, 1.2, 0.4)
  const isWide = area.width > wide
  const widths = isWide ? [34, 22, 20] : [0.36, 0.3, 0.16].map((share) => share * inner.width)
  const [nameWidth = 0, copyWidth = 0, pageWidth = 0] = widths
  const [name = inner, copy = inner, page = inner, side = inner] = columnsOf(inner, [
    nameWidth,
    copyWidth,
    pageWidth,
    inner.width - nameWidth - copyWidth - pageWidth,
  ])
  const isPlanned = input.revision === 0
  // The whole title would lose its end, which says what the mark is not.
  const planned = {
    text: `${words.shortTitle} · ${words.planned}`,
    style: { ...title, floor: 1.4 },
  }
  const { text: what, style } = isPlanned ? planned : { text: words.title, style: title }
  pen.line('title', what, name, style)
  if (label.copy > 0) {
    const text = `${words.copy} ${label.copy} ${words.copyEn} ${label.copy}`
    const fit = isWide ? title : { ...title, floor: 1.2 }
    pen.line('copy', text, inset(copy, 1, 0), { ...fit, align: 'center' })
  }
  if (pages > 1) {
    const text = isWide
      ? `${words.page} ${label.page}/${pages}`
      : `${words.pageZh} ${label.page}/${pages}`
    pen.line('page', text, inset(page, 0.8, 0), {
      ...title,
      align: 'right',
    })
  }
  const face = isWide ? words.side : words.sideZh
  pen.line('side', `${face} ${label.side}/${markSides}`, side, { ...title, align: 'right' })
}
