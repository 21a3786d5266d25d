import { quietModules } from './bounds.ts'
import type { LayoutTools } from './layout-tools.ts'
import type { Area, Pen } from './pen.ts'

// In mm: 3 dots to 6 dots at 203 dpi. Hand scanners read these at arm's length.
const smallestModule = 0.33
const largestModule = 0.75
/** `^BY` and `^BQ` take no more: ZPL II Programming Guide, Volume One. */
const mostDots = 10

const smallestDots = (dotsPerMm: number): number =>
  Math.max(3, Math.round(smallestModule * dotsPerMm))

/** 10 mil, which a scanner held close reads, is two dots at 203 dpi. */
export const closeModule = 0.25

/** The widest module, in whole dots, at which `modules` fit into `room` mm; never less than the smallest. */
const moduleDots = (
  modules: number,
  room: number,
  dotsPerMm: number,
  most: number,
  least = smallestDots(dotsPerMm),
): number => {
  const largest = Math.min(mostDots, Math.floor(most * dotsPerMm))
  const fitting = Math.floor((room * dotsPerMm) / modules)
  return Math.max(least, Math.min(largest, fitting))
}

/** Side of a QR code of the smallest module, with its quiet zone, in mm. */
export const leastQrSide = (data: string, { symbol, dotsPerMm }: LayoutTools): number =>
  ((symbol('qr', data) + 2 * quietModules.qr) * smallestDots(dotsPerMm)) / dotsPerMm

const onDot = (position: number, dotsPerMm: number): number =>
  Math.round(position * dotsPerMm) / dotsPerMm

interface SymbolChoice {
  readonly name?: string
  /** Widest module in mm, for what is read from further away. */
  readonly largest?: number
}

/** A QR code in the middle of the area, as large as is useful. */
export const placeQr = (
  pen: Pen,
  data: string,
  area: Area,
  { symbol, dotsPerMm }: LayoutTools,
  { name = 'qr', largest = largestModule }: SymbolChoice = {},
): void => {
  const modules = symbol('qr', data)
  const withQuiet = modules + 2 * quietModules.qr
  const dots = moduleDots(withQuiet, Math.min(area.width, area.height), dotsPerMm, largest)
  const side = (modules * dots) / dotsPerMm
  pen.add({
    kind: 'qr',
    name,
    data,
    errorCorrection: 'M',
    moduleDots: dots,
    modules,
    x: onDot(area.x + (area.width - side) / 2, dotsPerMm),
    y: onDot(area.y + (area.height - side) / 2, dotsPerMm),
    width: side,
    height: side,
  })
}

interface Code128Choice extends SymbolChoice {
  /** This many dots a module, whether there is room or not. */
  readonly dots?: number
  /** Narrowest module in mm where there is no room for the usual one. */
  readonly smallest?: number
}

/** A Code 128 as high as the area, its quiet zones inside. */
export const placeCode128 = (
  pen: Pen,
  data: string,
  area: Area,
  { symbol, dotsPerMm }: LayoutTools,
  { name = 'code128', largest = largestModule, dots: chosen, smallest }: Code128Choice = {},
): void => {
  const modules = symbol('code128', data)
  const least = smallest === undefined ? smallestDots(dotsPerMm) : Math.floor(smallest * dotsPerMm)
  const withQuiet = modules + 2 * quietModules.code128
  const dots = chosen ?? moduleDots(withQuiet, area.width, dotsPerMm, largest, least)
  const width = (modules * dots) / dotsPerMm
  pen.add({
    kind: 'code128',
    name,
    data,
    moduleDots: dots,
    modules,
    x: onDot(area.x + (area.width - width) / 2, dotsPerMm),
    y: onDot(area.y, dotsPerMm),
    width,
    height: onDot(area.height, dotsPerMm),
  })
}

/** Width of a Code 128 with its quiet zones, in mm. */
export const code128Width = (
  data: string,
  dots: number,
  { symbol, dotsPerMm }: LayoutTools,
): number => ((symbol('code128', data) + 2 * quietModules.code128) * dots) / dotsPerMm
