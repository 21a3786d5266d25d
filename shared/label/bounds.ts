import type { MediaSize } from '#shared/domain/label-media.ts'
import type { LabelDocument, LabelElement } from './document.ts'

export interface OutOfBounds {
  readonly code: 'label-out-of-bounds'
  /** Name of the element. */
  readonly element: string
}

/** The laid-out label, or why it cannot be printed. */
export type LaidOut =
  | { readonly ok: true; readonly value: LabelDocument }
  | { readonly ok: false; readonly error: OutOfBounds }

/** Light margin that a scanner needs around a symbol, in modules: ISO/IEC 15417 and 18004. */
export const quietModules = { code128: 10, qr: 4 } as const

// Half a dot at 300 dpi: less than any printer can show.
const tolerance = 0.04

const lightMargin = (element: LabelElement, dotsPerMm: number): { x: number; y: number } => {
  if (element.kind === 'qr') {
    const margin = (quietModules.qr * element.moduleDots) / dotsPerMm
    return { x: margin, y: margin }
  }
  return element.kind === 'code128'
    ? { x: (quietModules.code128 * element.moduleDots) / dotsPerMm, y: 0 }
    : { x: 0, y: 0 }
}

const isInside = (from: number, to: number, size: number, edge: number): boolean =>
  from >= edge && to <= size - edge

/**
 * Holds every element within the label less the media's margin at every side, symbols with their quiet zones: only
 * those may reach into white paper beside the printed width.
 */
export const withinBounds = (
  document: LabelDocument,
  { margin, beside }: Pick<MediaSize, 'margin' | 'beside'>,
  dotsPerMm: number,
): LaidOut => {
  const edge = margin - tolerance
  const lightEdge = beside > 0 ? -beside : edge
  const outside = document.elements.find((element) => {
    const light = lightMargin(element, dotsPerMm)
    const { x, y, width, height } = element
    return !(
      isInside(x, x + width, document.width, edge) &&
      isInside(x - light.x, x + width + light.x, document.width, lightEdge) &&
      isInside(y - light.y, y + height + light.y, document.height, edge)
    )
  })
  return outside === undefined
    ? { ok: true, value: document }
    : { ok: false, error: { code: 'label-out-of-bounds', element: outside.name } }
}
