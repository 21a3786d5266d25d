import { createHash } from 'node:crypto'
import { quietModules } from '#shared/label/bounds.ts'
import type { LabelElement, MeasureText } from '#shared/label/document.ts'
import type { LayoutTools } from '#shared/label/layout-tools.ts'

/** As wide as Noto Sans SC bold or wider. */
const measure: MeasureText = (text, size) =>
  Array.from(text).reduce((sum, character) => sum + (/[ -~]/.test(character) ? 0.65 : 1), 0) * size

/** Modules along a side by the bytes they hold at most, roughly. */
const qrSizes = new Map([
  [14, 21],
  [62, 33],
  [500, 65],
])

/** Layouts without a font: every text is at least as wide as printed. */
export const layoutTools: LayoutTools = {
  measure,
  symbol: (kind, data) => {
    if (kind === 'code128') return 11 * (data.length + 2) + 13
    const [, modules] = [...qrSizes].find(([most]) => data.length <= most) ?? []
    return modules ?? 105
  },
  sha256: (text) => createHash('sha256').update(text).digest(),
  dotsPerMm: 8,
}

export interface Rectangle {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What must stay free of anything else. */
export const withQuietZone = (element: LabelElement): Rectangle => {
  if (element.kind === 'text' || element.kind === 'box') return element
  const margin = (quietModules[element.kind] * element.moduleDots) / layoutTools.dotsPerMm
  const above = element.kind === 'qr' ? margin : 0
  return {
    name: element.name,
    x: element.x - margin,
    y: element.y - above,
    width: element.width + 2 * margin,
    height: element.height + 2 * above,
  }
}

const hair = 0.01

export const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x + hair < b.x + b.width &&
  b.x + hair < a.x + a.width &&
  a.y + hair < b.y + b.height &&
  b.y + hair < a.y + a.height
