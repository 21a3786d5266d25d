import type { MediaSize } from '#shared/domain/label-media.ts'
import { type LaidOut, withinBounds } from './bounds.ts'
import type { LayoutTools } from './layout-tools.ts'
import { type Area, createPen, type Pen } from './pen.ts'

/** Draws into the printable area, whose height is endless on a roll, and gives the height it used, in mm. */
export type DrawLabel = (pen: Pen, printable: Area) => number

/** Draws a label on its media and checks its bounds. A label on a roll is as long as what stands on it, in whole mm. */
export const layOutOn = (media: MediaSize, tools: LayoutTools, draw: DrawLabel): LaidOut => {
  const { width, height, margin } = media
  const pen = createPen(tools.measure)
  const room = height === null ? Number.POSITIVE_INFINITY : height - 2 * margin
  const used = draw(pen, { x: margin, y: margin, width: width - 2 * margin, height: room })
  const { elements } = pen
  const document =
    height === null
      ? { width, height: Math.ceil(used + 2 * margin), endless: true as const, elements }
      : { width, height, elements }
  return withinBounds(document, media, tools.dotsPerMm)
}
