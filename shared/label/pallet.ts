import { type LabelMedia, mediaSizes } from '#shared/domain/label-media.ts'
import { type PalletLabel, palletSides } from '#shared/domain/pallet-label.ts'
import { drawBarcodeBlock } from './barcode-block.ts'
import type { LaidOut } from './bounds.ts'
import { clockTime } from './clock-time.ts'
import { drawCaption, drawField } from './field.ts'
import type { LayoutTools } from './layout-tools.ts'
import { layOutOn } from './lay-out-on.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from './pen.ts'
import { placeQr } from './symbols.ts'
import { kilograms } from './weight-text.ts'
import { words } from './words.ts'

// Read from a forklift.
const huge = { size: 24, floor: 2, weight: 'bold', align: 'center' } as const
const value = { size: 6.5, floor: 1.6, weight: 'bold' } as const
const smaller = { ...value, size: 4 } as const

/** Shares of the printable height. */
const shares = { band: 0.05, warehouse: 0.22, counts: 0.17, order: 0.1, facts: 0.29, codes: 0.17 }

const drawBand = (pen: Pen, { side }: PalletLabel, area: Area): void => {
  pen.fill('band', area)
  const inner = inset(area, 1.2, 0.4)
  const [title = inner, face = inner] = columnsOf(inner, [inner.width * 0.6, inner.width * 0.4])
  const style = { size: 4.2, floor: 2, weight: 'bold', inverse: true } as const
  pen.line('title', words.pallet, title, style)
  pen.line('side', `${words.side} ${side}/${palletSides}`, face, { ...style, align: 'right' })
}

const drawLarge = (
  pen: Pen,
  name: string,
  text: { readonly caption: string; readonly value: string },
  area: Area,
): void => pen.line(name, text.value, inset(drawCaption(pen, name, text.caption, area), 1, 0), huge)

const drawCounts = (pen: Pen, label: PalletLabel, area: Area): void => {
  const { palletNo, palletTotal, cartons } = label
  const [number = area, count = area] = columnsOf(area, [area.width / 2, area.width / 2])
  const no = palletTotal === undefined ? `${palletNo}` : `${palletNo} / ${palletTotal}`
  drawLarge(pen, 'palletNo', { caption: words.palletNo, value: no }, number)
  const inside = { caption: words.cartons, value: `${cartons} ${words.cartonsUnit}` }
  drawLarge(pen, 'cartons', inside, count)
  pen.down('counts.rule', area, count.x)
}

const drawFacts = (pen: Pen, label: PalletLabel, area: Area): void => {
  const { warehouse, grossWeight, station } = label
  const rows = rowsOf(
    area,
    [0, 1, 2, 3].map(() => area.height / 4),
  )
  const [gross = area, name = area, place = area, built = area] = rows
  for (const row of rows.slice(1)) pen.across('facts.rule', row, row.y)
  const weight = grossWeight === undefined ? '—' : kilograms(grossWeight)
  drawField(pen, 'grossWeight', { caption: words.gross, value: weight }, gross, value)
  const to = `${warehouse.nameZh} ${warehouse.nameEn} ${warehouse.country}`
  drawField(pen, 'warehouse.name', { caption: words.shipTo, value: to }, name, smaller)
  drawField(pen, 'station', { caption: words.station, value: station }, place, smaller)
  const at = clockTime(label.builtAt)
  const time = { caption: `${words.builtAt} ${at.zone}`, value: at.time }
  drawField(pen, 'builtAt', time, built, smaller)
}

/** Lays a pallet's label out. The four of a pallet, one a side, differ in the element `side` alone. */
export const layoutPallet = (label: PalletLabel, media: LabelMedia, tools: LayoutTools): LaidOut =>
  layOutOn(mediaSizes[media], tools, (pen, area) => {
    const rows = rowsOf(
      area,
      Object.values(shares).map((share) => share * area.height),
    )
    const [band = area, code = area, counts = area, order = area, facts = area, codes = area] = rows
    drawBand(pen, label, band)
    drawLarge(
      pen,
      'warehouse.code',
      { caption: words.warehouse, value: label.warehouse.code },
      code,
    )
    drawCounts(pen, label, counts)
    drawField(pen, 'orderNo', { caption: words.orderNo, value: label.orderNo }, order, {
      ...value,
      size: 9,
    })
    for (const row of [counts, order, facts, codes]) pen.across('rule', area, row.y)
    const [left = facts, qr = facts] = columnsOf(facts, [area.width - facts.height, facts.height])
    drawFacts(pen, label, left)
    pen.down('facts.end', facts, qr.x)
    placeQr(pen, label.palletCode, qr, tools, { largest: 1.5 })
    const code128 = {
      data: label.palletCode,
      name: 'palletCode',
      figures: label.palletCode,
      height: codes.height * 0.28,
      style: { ...huge, size: 6 },
    }
    drawBarcodeBlock(pen, code128, codes, tools)
    return area.height
  })
