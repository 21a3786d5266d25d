import { type Area, inset, type LineStyle, type Pen } from './pen.ts'

const captionHeight = 2.5
const caption = { size: 1.95, floor: 1.5, weight: 'regular' } as const

/** A small caption over its value. */
export const drawField = (
  pen: Pen,
  name: string,
  text: { readonly caption: string; readonly value: string },
  area: Area,
  style: LineStyle,
): void => {
  const inner = inset(area, 1, 0.3)
  pen.line(`${name}.caption`, text.caption, { ...inner, height: captionHeight }, caption)
  const value = { ...inner, y: inner.y + captionHeight, height: inner.height - captionHeight }
  pen.line(name, text.value, value, style)
}

/** The caption alone, and the room it leaves. */
export const drawCaption = (pen: Pen, name: string, text: string, area: Area): Area => {
  const inner = inset(area, 1, 0.3)
  pen.line(`${name}.caption`, text, { ...inner, height: captionHeight }, caption)
  return { ...inner, y: inner.y + captionHeight, height: inner.height - captionHeight }
}
