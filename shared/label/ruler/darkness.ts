import type { LayoutTools } from '../layout-tools.ts'
import { type Area, columnsOf, inset, type Pen } from '../pen.ts'

/** Lines and gaps of so many dots each, the finest first; 0 is solid ink. */
const patches = [1, 2, 3, 4, 0] as const

/** Patches of ink: lines that run together show too much heat, gaps in the solid one too little. */
export const drawDarkness = (pen: Pen, area: Area, { dotsPerMm }: LayoutTools): void => {
  const cells = columnsOf(
    area,
    patches.map(() => area.width / patches.length),
  )
  for (const [index, dots] of patches.entries()) {
    const cell = inset(cells[index] ?? area, 0.6, 0)
    const name = `darkness.${dots}`
    if (dots === 0) {
      pen.fill(name, cell)
      continue
    }
    const thickness = dots / dotsPerMm
    const count = Math.floor((cell.width + thickness) / (2 * thickness))
    const left = Math.round(cell.x * dotsPerMm) / dotsPerMm
    for (let line = 0; line < count; line += 1) {
      pen.fill(name, { ...cell, x: left + line * 2 * thickness, width: thickness })
    }
  }
}
