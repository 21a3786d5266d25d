import { type LabelMedia, mediaSizes } from '#shared/domain/label-media.ts'
import type { UnitLabel } from '#shared/domain/unit-label.ts'
import type { LaidOut } from './bounds.ts'
import type { LayoutTools } from './layout-tools.ts'
import { layOutOn } from './lay-out-on.ts'
import { columnsOf, rowsOf } from './pen.ts'
import { code128Width, placeCode128 } from './symbols.ts'
import { conditionWords } from './words.ts'

// In mm: what marketplaces ask of a unit's barcode. It is read from near, so that finer modules do than on a carton.
const modules = { least: 0.25, most: 0.5 } as const

/** Lays the label of one unit out: its FNSKU as a barcode and in figures, its name on one line, SKU and condition. */
export const layoutUnit = (unit: UnitLabel, media: LabelMedia, tools: LayoutTools): LaidOut =>
  layOutOn(mediaSizes[media], tools, (pen, area) => {
    const { height } = area
    const [bars = area, figures = area, name = area, last = area] = rowsOf(area, [
      height * 0.46,
      height * 0.2,
      height * 0.18,
      height * 0.16,
    ])
    const { dotsPerMm } = tools
    const least = Math.max(2, Math.round(modules.least * dotsPerMm))
    const most = Math.floor(modules.most * dotsPerMm)
    let dots = most
    while (dots > least && code128Width(unit.fnsku, dots, tools) > area.width) dots -= 1
    placeCode128(pen, unit.fnsku, bars, tools, { dots })
    const bold = { size: 4.4, floor: 1.8, weight: 'bold', align: 'center' } as const
    const small = { size: 2.9, floor: 1.5, weight: 'regular' } as const
    pen.line('fnsku', unit.fnsku, figures, bold)
    pen.line('name', unit.name, name, { ...small, size: 3.2, floor: 2, align: 'center' })
    const [sku = last, condition = last] = columnsOf(last, [last.width - 17, 17])
    pen.line('sku', unit.sku, sku, small)
    pen.line('condition', conditionWords[unit.condition], condition, {
      ...small,
      weight: 'bold',
      align: 'right',
    })
    return height
  })
