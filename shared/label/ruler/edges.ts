import type { LayoutTools } from '../layout-tools.ts'
import type { Area, Pen } from '../pen.ts'

/** How far the rulers reach into the label, figures included, in mm. */
export const rulerDepth = 5

const lengths = { one: 1, five: 1.8, ten: 2.6 } as const
const figure = { size: 1.8, floor: 1.2, weight: 'regular' } as const

const lengthOf = (millimetre: number): number => {
  if (millimetre % 10 === 0) return lengths.ten
  return millimetre % 5 === 0 ? lengths.five : lengths.one
}

/** The whole mm from the label's own edge that lie within the printable border. */
const marksOf = (from: number, size: number): readonly number[] => {
  const first = Math.ceil(from)
  return Array.from({ length: Math.floor(from + size) - first + 1 }, (_, index) => first + index)
}

/** Millimetres along the upper and the left edge, counted from the label's edges, up to the printable border. */
export const drawRulers = (pen: Pen, area: Area, { dotsPerMm }: LayoutTools): void => {
  const thin = 1 / dotsPerMm
  const right = area.x + area.width
  const bottom = area.y + area.height
  for (const at of marksOf(area.x, area.width)) {
    const x = Math.min(at, right - thin)
    const length = lengthOf(at)
    pen.fill(`ruler.x.${at}`, { x, y: area.y, width: thin, height: length })
    if (at % 10 === 0 && at + 3 < right) {
      const box = { x: at - 3, y: area.y + length, width: 6, height: 2.1 }
      if (at > area.x + 3)
        pen.line(`ruler.x.${at}.text`, `${at}`, box, { ...figure, align: 'center' })
    }
  }
  for (const at of marksOf(area.y, area.height)) {
    const y = Math.min(at, bottom - thin)
    const length = lengthOf(at)
    pen.fill(`ruler.y.${at}`, { x: area.x, y, width: length, height: thin })
    if (at % 10 === 0 && at + 2 < bottom && at > area.y + 3) {
      const box = { x: area.x + length - 0.4, y: at - 1.1, width: 2.4, height: 2.1 }
      pen.line(`ruler.y.${at}.text`, `${at}`, box, { ...figure, align: 'center' })
    }
  }
}

const arm = 4
const thickness = 0.5

/** An angle in each corner of the printable border: where one is cut off, the print is out of its place. */
export const drawCornerMarks = (pen: Pen, { x, y, width, height }: Area): void => {
  const right = x + width
  const bottom = y + height
  for (const [name, left, top, isRight, isBottom] of [
    ['TL', x, y, false, false],
    ['TR', right, y, true, false],
    ['BL', x, bottom, false, true],
    ['BR', right, bottom, true, true],
  ] as const) {
    const across = { x: isRight ? left - arm : left, y: isBottom ? top - thickness : top }
    pen.fill(`edge.${name}`, { ...across, width: arm, height: thickness })
    const down = { x: isRight ? left - thickness : left, y: isBottom ? top - arm : top }
    pen.fill(`edge.${name}`, { ...down, width: thickness, height: arm })
  }
}
