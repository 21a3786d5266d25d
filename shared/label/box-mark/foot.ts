import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { LayoutTools } from '../layout-tools.ts'
import { type Area, columnsOf, type Pen, rowsOf } from '../pen.ts'
import { drawField } from './field.ts'
import { placeCode128 } from './symbols.ts'
import { words } from './words.ts'

/** Grouped for the eye: `LS 0003 0411 87 N`. */
const spaced = (code: string): string =>
  [code.slice(0, 2), code.slice(2, 6), code.slice(6, 10), code.slice(10, 12), code.slice(12)].join(
    ' ',
  )

/** `2026-11-23 09:30` and `+08:00` of an ISO 8601 time, as it was told. */
const clockTime = (at: string): { readonly time: string; readonly zone: string } => {
  const [, date = at, time = '', zone = ''] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[^Z+-]*(Z|[+-].*)?$/.exec(at) ?? []
  return { time: `${date} ${time}`, zone: zone === 'Z' ? 'UTC' : zone }
}

/** The carton code as Code 128 and in figures; beside it who sealed the carton, where and when. */
export const drawFoot = (pen: Pen, input: BoxMarkInput, area: Area, tools: LayoutTools): void => {
  const [codes = area, sealed = area] = columnsOf(area, [76, area.width - 76])
  pen.down('foot.rule', area, sealed.x)
  const [, bars = codes, figures = codes] = rowsOf(codes, [0.8, codes.height - 5.8, 5])
  placeCode128(pen, input.cartonCode, bars, tools)
  pen.line('cartonCode', spaced(input.cartonCode), figures, {
    size: 4,
    floor: 2,
    weight: 'bold',
    align: 'center',
  })
  const small = { size: 2.6, floor: 1.4, weight: 'regular' } as const
  const [station = sealed, operator = sealed, time = sealed] = rowsOf(
    sealed,
    [0, 1, 2].map(() => sealed.height / 3),
  )
  drawField(pen, 'station', { caption: words.station, value: input.station }, station, small)
  drawField(
    pen,
    'operator',
    { caption: words.operator, value: input.operator ?? '—' },
    operator,
    small,
  )
  const at = clockTime(input.sealedAt)
  drawField(
    pen,
    'sealedAt',
    { caption: `${words.sealedAt} ${at.zone}`, value: at.time },
    time,
    small,
  )
}
