import { quietModules } from '../bounds.ts'
import type { LayoutTools } from '../layout-tools.ts'
import type { Area, Pen } from '../pen.ts'

// In mm: 3 dots to 6 dots at 203 dpi. Hand scanners read these at arm's length.
const smallestModule = 0.33
const largestModule = 0.75

/** The widest module, in whole dots, at which `modules` fit into `room` mm; never less than the smallest. */
const moduleDots = (modules: number, room: number, dotsPerMm: number): number => {
  const smallest = Math.max(3, Math.round(smallestModule * dotsPerMm))
  const largest = Math.floor(largestModule * dotsPerMm)
  const fitting = Math.floor((room * dotsPerMm) / modules)
  return Math.max(smallest, Math.min(largest, fitting))
}

const onDot = (position: number, dotsPerMm: number): number =>
  Math.round(position * dotsPerMm) / dotsPerMm

/** A QR code in the middle of the area, as large as is useful. */
export const placeQr = (
  pen: Pen,
  data: string,
  area: Area,
  { symbol, dotsPerMm }: LayoutTools,
): void => {
  const modules = symbol('qr', data)
  const withQuiet = modules + 2 * quietModules.qr
  const dots = moduleDots(withQuiet, Math.min(area.width, area.height), dotsPerMm)
  const side = (modules * dots) / dotsPerMm
  pen.add({
    kind: 'qr',
    name: 'qr',
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

/** A Code 128 as high as the area, its quiet zones inside. */
export const placeCode128 = (
  pen: Pen,
  data: string,
  area: Area,
  { symbol, dotsPerMm }: LayoutTools,
): void => {
  const modules = symbol('code128', data)
  const dots = moduleDots(modules + 2 * quietModules.code128, area.width, dotsPerMm)
  const width = (modules * dots) / dotsPerMm
  pen.add({
    kind: 'code128',
    name: 'code128',
    data,
    moduleDots: dots,
    modules,
    x: onDot(area.x + (area.width - width) / 2, dotsPerMm),
    y: onDot(area.y, dotsPerMm),
    width,
    height: onDot(area.height, dotsPerMm),
  })
}
