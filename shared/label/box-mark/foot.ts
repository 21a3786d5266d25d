import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { LayoutTools } from '../layout-tools.ts'
import { cartonFigures } from '../carton-figures.ts'
import { clockTime } from '../clock-time.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from '../pen.ts'
import { drawField } from '../field.ts'
import { placeCode128 } from '../symbols.ts'
import { words } from './words.ts'

const small = { size: 2.6, floor: 1.4, weight: 'regular' } as const
// Lower, three captions would take the room of what they stand over.
const roomForCaptions = 15
const tallestFigures = 5

/** Who sealed the carton, where and when. */
export const drawSealed = (pen: Pen, input: BoxMarkInput, cells: readonly Area[]): void => {
  const [station, operator, time] = cells
  const at = clockTime(input.sealedAt)
  const fields = [
    ['station', words.station, input.station, station],
    ['operator', words.operator, input.operator ?? '—', operator],
    ['sealedAt', `${words.sealedAt} ${at.zone}`, at.time, time],
  ] as const
  for (const [name, caption, value, area] of fields) {
    if (area !== undefined) drawField(pen, name, { caption, value }, area, small)
  }
}

const drawSealedLines = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const inner = inset(area, 1, 0.4)
  const at = clockTime(input.sealedAt)
  const [station = inner, operator = inner, time = inner, zone = inner] = rowsOf(
    inner,
    [0, 1, 2, 3].map(() => inner.height / 4),
  )
  pen.line('station', input.station, station, { ...small, weight: 'bold' })
  pen.line('operator', input.operator ?? '—', operator, small)
  pen.line('sealedAt', at.time, time, small)
  pen.line('sealedAt.zone', at.zone, zone, small)
}

/** The carton code as Code 128 and in figures. */
export const drawCartonCode = (
  pen: Pen,
  input: BoxMarkInput,
  area: Area,
  tools: LayoutTools,
): void => {
  const figuresHeight = Math.min(tallestFigures, area.height * 0.3)
  // Bars end on a whole dot, which may be a little lower.
  const gap = figuresHeight < tallestFigures ? 0.15 : 0
  const [, bars = area, , figures = area] = rowsOf(area, [
    0.8,
    area.height - 0.8 - figuresHeight - gap,
    gap,
    figuresHeight,
  ])
  placeCode128(pen, input.cartonCode, bars, tools)
  pen.line('cartonCode', cartonFigures(input.cartonCode), figures, {
    size: 4,
    floor: 2,
    weight: 'bold',
    align: 'center',
  })
}

/** The carton code; beside it who sealed the carton, where and when. */
export const drawFoot = (pen: Pen, input: BoxMarkInput, area: Area, tools: LayoutTools): void => {
  const [codes = area, sealed = area] = columnsOf(area, [76, area.width - 76])
  pen.down('foot.rule', area, sealed.x)
  drawCartonCode(pen, input, codes, tools)
  if (sealed.height < roomForCaptions) drawSealedLines(pen, input, sealed)
  else
    drawSealed(
      pen,
      input,
      rowsOf(
        sealed,
        [0, 1, 2].map(() => sealed.height / 3),
      ),
    )
}
