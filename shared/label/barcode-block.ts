import type { LayoutTools } from './layout-tools.ts'
import { type Area, type LineStyle, type Pen, rowsOf } from './pen.ts'
import { placeCode128 } from './symbols.ts'

export interface BarcodeText {
  readonly data: string
  /** Name of the element below the bars, and what it says. */
  readonly name: string
  readonly figures: string
  /** Height of the figures, in mm. */
  readonly height: number
  readonly style: LineStyle
  /** Where it is held before a scanner at hand's length: where there is no room, bars down to this, in mm. */
  readonly narrowest?: number
}

/** A Code 128 with its figures below, for labels that are read from further away than a box mark. */
export const drawBarcodeBlock = (
  pen: Pen,
  { data, name, figures, height, style, narrowest }: BarcodeText,
  area: Area,
  tools: LayoutTools,
): void => {
  // Bars end on a whole dot, which may be a little lower.
  const gap = 0.15
  const [, bars = area, , text = area] = rowsOf(area, [
    1,
    area.height - height - gap - 1.2,
    gap,
    height,
  ])
  placeCode128(pen, data, bars, tools, {
    largest: 1,
    ...(narrowest === undefined ? {} : { smallest: narrowest }),
  })
  pen.line(name, figures, text, style)
}
