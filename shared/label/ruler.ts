import { type LabelMedia, mediaSizes } from '#shared/domain/label-media.ts'
import { type RulerPlace, rulerPlaceCode, rulerSettingsCode } from '#shared/domain/ruler-code.ts'
import type { RulerLabel } from '#shared/domain/ruler-label.ts'
import type { LaidOut } from './bounds.ts'
import { clockTime } from './clock-time.ts'
import type { LayoutTools } from './layout-tools.ts'
import { layOutOn } from './lay-out-on.ts'
import { type Area, columnsOf, inset, type Pen, rowsOf } from './pen.ts'
import { drawCornerMarks, drawRulers, rulerDepth } from './ruler/edges.ts'
import { drawDarkness } from './ruler/darkness.ts'
import { code128Width, leastQrSide, placeCode128, placeQr } from './symbols.ts'
import { words } from './words.ts'

// In mm, on a roll.
const rollHeight = 96
const text = { size: 3, floor: 1.3, weight: 'regular' } as const

const placeCorner = (pen: Pen, place: RulerPlace, area: Area, tools: LayoutTools): void =>
  placeQr(pen, rulerPlaceCode(place), area, tools, { name: `corner.${place}` })

const drawSettings = (pen: Pen, label: RulerLabel, media: LabelMedia, area: Area): void => {
  const { printerName, printerId, offset, darkness, speed, station, printedAt } = label
  const lines = {
    title: words.ruler,
    printer: `${printerName} · ${printerId}`,
    media: `${media} · ${words.offset} ${offset.x}, ${offset.y}`,
    ink: `${words.darkness} ${darkness ?? words.asPrinter} · ${words.speed} ${speed ?? words.asPrinter}`,
    place: `${station} · ${clockTime(printedAt).time}`,
  }
  const entries = Object.entries(lines)
  const rows = rowsOf(
    area,
    entries.map(() => area.height / entries.length),
  )
  for (const [index, [name, line]] of entries.entries()) {
    const weight = index === 0 ? 'bold' : 'regular'
    pen.line(name, line, rows[index] ?? area, { ...text, weight })
  }
}

/** Code 128 of growing modules, the finest first: where reading begins, the head is dark and sharp enough. */
const drawFineness = (pen: Pen, area: Area, tools: LayoutTools): void => {
  const finest = Math.max(2, Math.round(0.25 * tools.dotsPerMm))
  const widths = [0, 1, 2]
    .map((more) => finest + more)
    .filter((dots) => code128Width(rulerPlaceCode(`N${dots}`), dots, tools) <= area.width)
  const rows = rowsOf(
    area,
    widths.map(() => area.height / widths.length),
  )
  for (const [index, dots] of widths.entries()) {
    const row = rows[index] ?? area
    const [bars = row, , figures = row] = rowsOf(row, [row.height - 3.4, 0.2, 2.6])
    const place = `N${dots}` as const
    placeCode128(pen, rulerPlaceCode(place), bars, tools, { name: `fineness.${place}`, dots })
    const said = `${rulerPlaceCode(place)} · ${(dots / tools.dotsPerMm).toFixed(2)} mm`
    pen.line(`fineness.${place}.text`, said, figures, { ...text, size: 2.2, align: 'center' })
  }
}

const settingsCode = (label: RulerLabel, media: LabelMedia, { dotsPerMm }: LayoutTools): string =>
  rulerSettingsCode({
    printerId: label.printerId,
    media,
    dpi: dotsPerMm === 8 ? 203 : Math.round(dotsPerMm * 25.4),
    offset: label.offset,
    darkness: label.darkness ?? null,
    speed: label.speed ?? null,
  })

/** Three strips: corners with the settings in words, symbols, corners with patches of ink. */
const drawSheet = (
  pen: Pen,
  label: RulerLabel,
  media: LabelMedia,
  inner: Area,
  tools: LayoutTools,
): void => {
  const corner = leastQrSide(rulerPlaceCode('TL'), tools)
  const [top = inner, middle = inner, bottom = inner] = rowsOf(inner, [
    corner,
    inner.height - 2 * corner,
    corner,
  ])
  const strip = (area: Area): readonly Area[] =>
    columnsOf(area, [corner, area.width - 2 * corner, corner])
  const [topLeft = top, settings = top, topRight = top] = strip(top)
  const [bottomLeft = bottom, patches = bottom, bottomRight = bottom] = strip(bottom)
  placeCorner(pen, 'TL', topLeft, tools)
  placeCorner(pen, 'TR', topRight, tools)
  placeCorner(pen, 'BL', bottomLeft, tools)
  placeCorner(pen, 'BR', bottomRight, tools)
  drawSettings(pen, label, media, inset(settings, 1, 0))
  drawDarkness(pen, inset(patches, 1.5), tools)
  const code = settingsCode(label, media, tools)
  const room = inset(middle, 0, 0.8)
  const qrSide = Math.max(leastQrSide(code, tools), Math.min(room.height, room.width * 0.28))
  const isWide = room.width > 80
  const [first = room, second = room] = isWide
    ? columnsOf(room, [qrSide, room.width - qrSide])
    : rowsOf(room, [qrSide, room.height - qrSide])
  placeQr(pen, code, first, tools, { name: 'settings', largest: 1 })
  drawFineness(pen, second, tools)
}

/** A unit label has room for the settings and two corners across from each other. */
const drawStrip = (
  pen: Pen,
  label: RulerLabel,
  media: LabelMedia,
  inner: Area,
  tools: LayoutTools,
): void => {
  const corner = leastQrSide(rulerPlaceCode('TL'), tools)
  const code = settingsCode(label, media, tools)
  const side = Math.max(leastQrSide(code, tools), Math.min(inner.height, inner.width * 0.4))
  const [left = inner, middle = inner, right = inner] = columnsOf(inner, [
    corner,
    side,
    inner.width - corner - side,
  ])
  placeCorner(pen, 'TL', { ...left, height: corner }, tools)
  placeQr(pen, code, middle, tools, { name: 'settings' })
  const last = { ...right, x: right.x + right.width - corner, width: corner }
  placeCorner(pen, 'BR', { ...last, y: inner.y + inner.height - corner, height: corner }, tools)
}

/**
 * Lays the test label of a printer out: millimetres along two edges and marks in the corners show size and place,
 * codes in the corners and of growing modules are read only where nothing is cut off and the ink is dark and sharp.
 */
export const layoutRuler = (label: RulerLabel, media: LabelMedia, tools: LayoutTools): LaidOut =>
  layOutOn(mediaSizes[media], tools, (pen, printable) => {
    const height = Number.isFinite(printable.height) ? printable.height : rollHeight
    const area = { ...printable, height }
    drawRulers(pen, area, tools)
    drawCornerMarks(pen, area)
    const gap = 1
    const inner = {
      x: area.x + rulerDepth,
      y: area.y + rulerDepth,
      width: area.width - rulerDepth - gap,
      height: height - rulerDepth - gap,
    }
    const draw = inner.height > 40 ? drawSheet : drawStrip
    draw(pen, label, media, inner, tools)
    return height
  })
