import { type LabelMedia, mediaSizes } from '#shared/domain/label-media.ts'
import { commandText } from '#shared/domain/command-code.ts'
import type { ParkingLabel } from '#shared/domain/parking-label.ts'
import { drawBarcodeBlock } from './barcode-block.ts'
import type { LaidOut } from './bounds.ts'
import { cartonFigures } from './carton-figures.ts'
import { clockTime } from './clock-time.ts'
import { drawCaption, drawField } from './field.ts'
import type { LayoutTools } from './layout-tools.ts'
import { layOutOn } from './lay-out-on.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from './pen.ts'
import { closeModule, placeQr } from './symbols.ts'
import { words } from './words.ts'

// In mm, on a roll.
const rollHeight = 90

const large = { size: 20, floor: 2, weight: 'bold', align: 'center' } as const
const value = { size: 6, floor: 1.6, weight: 'bold' } as const

const drawWarning = (pen: Pen, area: Area): void => {
  pen.fill('warning', area)
  const inner = inset(area, 2, 0.8)
  const style = { weight: 'bold', align: 'center', inverse: true, floor: 2 } as const
  const [zh = inner, en = inner] = rowsOf(inner, [inner.height * 0.62, inner.height * 0.38])
  pen.line('warning.zh', words.temporary, zh, { ...style, size: 14 })
  pen.line('warning.en', words.temporaryEn, en, { ...style, size: 7 })
}

const drawFacts = (pen: Pen, label: ParkingLabel, area: Area): void => {
  const rows = rowsOf(
    area,
    [0.3, 0.4, 0.3].map((share) => share * area.height),
  )
  const [top = area, next = area, bottom = area] = rows
  for (const row of rows.slice(1)) pen.across('facts.rule', area, row.y)
  const halves = (row: Area): readonly Area[] => columnsOf(row, [row.width * 0.5, row.width * 0.5])
  const [cartonNo = top, units = top] = halves(top)
  const { unitsUnit } = words
  drawField(
    pen,
    'cartonNo',
    { caption: words.cartonNo, value: `${label.cartonNo}` },
    cartonNo,
    value,
  )
  const packed = { caption: words.units, value: `${label.units} ${unitsUnit}` }
  drawField(pen, 'units', packed, units, value)
  const block = drawCaption(pen, 'next', words.next, next)
  pen.paragraph('next', words.nextAfter[label.purpose], block, { ...value, size: 5 })
  const at = clockTime(label.parkedAt)
  const [station = bottom, time = bottom] = halves(bottom)
  const who = label.operator === undefined ? label.station : `${label.station} · ${label.operator}`
  drawField(pen, 'station', { caption: words.station, value: who }, station, { ...value, size: 4 })
  const parked = { caption: `${words.parkedAt} ${at.zone}`, value: at.time }
  drawField(pen, 'parkedAt', parked, time, { ...value, size: 4 })
}

/** Lays the temporary label of a parked carton out: scanning its codes takes the carton up again. */
export const layoutParking = (
  label: ParkingLabel,
  media: LabelMedia,
  tools: LayoutTools,
): LaidOut =>
  layOutOn(mediaSizes[media], tools, (pen, printable) => {
    const height = Number.isFinite(printable.height) ? printable.height : rollHeight
    const area = { ...printable, height }
    const [top = area, order = area, middle = area, codes = area] = rowsOf(
      area,
      [0.17, 0.18, 0.4, 0.25].map((share) => share * height),
    )
    drawWarning(pen, top)
    const block = drawCaption(pen, 'orderNo', words.orderNo, order)
    pen.line('orderNo', label.orderNo, block, large)
    pen.across('order.end', area, middle.y)
    const side = Math.min(middle.height, area.width * 0.4)
    const [facts = middle, qr = middle] = columnsOf(middle, [area.width - side, side])
    drawFacts(pen, label, facts)
    pen.down('facts.end', middle, qr.x)
    // No code of a box mark: it must never pass for one when marks are scanned back.
    const resume = commandText({ name: 'resume', carton: label.cartonCode })
    placeQr(pen, resume, qr, tools, { largest: 1.5 })
    pen.across('codes.top', area, codes.y)
    const code128 = {
      data: resume,
      name: 'cartonCode',
      figures: cartonFigures(label.cartonCode),
      height: Math.min(8, codes.height * 0.32),
      style: { ...large, size: 7 },
      narrowest: closeModule,
    }
    drawBarcodeBlock(pen, code128, codes, tools)
    return height
  })
