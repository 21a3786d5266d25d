import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { type Area, columnsOf, type Pen, rowsOf } from '../pen.ts'
import {
  drawAddress,
  drawFba,
  drawGrossWeight,
  drawOrderNo,
  drawOrigins,
  drawSeller,
  drawSize,
  drawUnits,
} from './facts.ts'

/** Seller, and the shipment of Amazon's that the carton belongs to where there is one. */
export const drawParties = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  if (input.fbaShipmentId === undefined) {
    drawSeller(pen, input, area)
    return
  }
  const [left = area, right = area] = columnsOf(area, [area.width - 28, 28])
  drawSeller(pen, input, left)
  drawFba(pen, input.fbaShipmentId, right)
  pen.down('parties.rule', area, right.x)
}

const drawMeasures = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const [left = area, right = area] = columnsOf(area, [20, area.width - 20])
  drawGrossWeight(pen, input, left)
  drawSize(pen, input, right)
  pen.down('measures.rule', area, right.x)
}

const drawCounts = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const [left = area, right = area] = columnsOf(area, [20, area.width - 20])
  drawUnits(pen, input, left)
  drawOrigins(pen, input, right)
  pen.down('counts.rule', area, right.x)
}

/** Address, order, parties, measures and counts: the column beside the QR code. */
export const drawIdentity = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  const rows = rowsOf(area, [area.height - 27, 7.5, 6.5, 6.5, 6.5])
  const [address = area, order = area, parties = area, measures = area, counts = area] = rows
  for (const row of rows.slice(1)) pen.across('identity.rule', row, row.y)
  drawAddress(pen, input, address)
  drawOrderNo(pen, input, order)
  drawParties(pen, input, parties)
  drawMeasures(pen, input, measures)
  drawCounts(pen, input, counts)
}
