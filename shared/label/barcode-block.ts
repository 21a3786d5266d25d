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
}

/** A Code 128 with its figures below, for labels that are read from further away than a box mark. */
export const drawBarcodeBlock = (
  pen: Pen,
  { data, name, figures, height, style }: BarcodeText,
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
  placeCode128(pen, data, bars, tools, { largest: 1 })
  pen.line(name, figures, text, style)
}
