import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from '../pen.ts'
import { drawCompactAddress, drawGrossWeight, drawSize, drawUnits, originText } from './facts.ts'
import { drawItemRows } from './item-table.ts'
import type { MarkPage } from './mark-page.ts'
import { drawNotices, hasNotices } from './notices.ts'
import { drawRoute } from './route.ts'
import { words } from './words.ts'

// In mm.
const heights = { measures: 5.4, route: 4.6, parties: 3, notices: 5.8 } as const
const measure = { size: 4.6, floor: 1.6, weight: 'bold' } as const
const little = { size: 2.2, floor: 1.2, weight: 'regular' } as const

const drawMeasures = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const [weight = area, size = area, units = area] = columnsOf(area, [
    area.width * 0.28,
    area.width * 0.44,
    area.width * 0.28,
  ])
  drawGrossWeight(pen, input, weight)
  drawSize(pen, input, size)
  drawUnits(pen, input, units)
  pen.down('measures.rule', area, size.x)
  pen.down('measures.rule', area, units.x)
}

const drawUnderQr = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const [top = area, bottom = area] = rowsOf(area, [area.height / 2, area.height / 2])
  const [weight = top, units = top] = columnsOf(top, [top.width * 0.52, top.width * 0.48])
  drawGrossWeight(pen, input, weight, measure)
  drawUnits(pen, input, units)
  drawSize(pen, input, bottom)
  pen.across('measures.top', area, area.y)
  pen.across('measures.rule', area, bottom.y)
  pen.down('counts.rule', top, units.x)
}

const drawParties = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const { sellerName, fbaShipmentId } = input
  const shares = fbaShipmentId === undefined ? [0.62, 0, 0.38] : [0.4, 0.3, 0.3]
  const inner = inset(area, 1, 0.2)
  const [seller = inner, fba = inner, origin = inner] = columnsOf(
    inner,
    shares.map((share) => share * inner.width),
  )
  pen.line(
    'sellerName',
    `${words.sellerZh} ${sellerName}`,
    { ...seller, width: seller.width - 1 },
    little,
  )
  if (fbaShipmentId !== undefined) {
    pen.line('fbaShipmentId', fbaShipmentId, { ...fba, width: fba.width - 1 }, little)
  }
  pen.line('origins', originText(input), origin, { ...little, align: 'right' })
}

/** What a mark of 100×60 mm says below its head; weight, count and size stand in `underQr` where there is room. */
export const drawSmallFirst = (
  pen: Pen,
  { input, rows }: MarkPage,
  column: Area,
  underQr: Area | null,
): void => {
  const { route, parties } = heights
  const measures = underQr === null ? heights.measures : 0
  const notices = hasNotices(input) ? heights.notices : 0
  const free = column.height - measures - route - parties - notices
  const item = Math.min(9, free * 0.44)
  const [
    numbers = column,
    strip = column,
    goods = column,
    address = column,
    who = column,
    marks = column,
  ] = rowsOf(column, [measures, route, item, free - item, parties, notices])
  if (underQr === null) {
    pen.across('measures.top', column, numbers.y)
    drawMeasures(pen, input, numbers)
  } else {
    drawUnderQr(pen, input, underQr)
  }
  drawRoute(pen, input, strip)
  drawItemRows(pen, input, rows, goods)
  drawCompactAddress(pen, input, address)
  pen.across('parties.top', column, who.y)
  drawParties(pen, input, who)
  if (hasNotices(input)) drawNotices(pen, input, inset(marks, 0.6, 0.3))
}
