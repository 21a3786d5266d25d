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

/** Holds every element, symbols with their quiet zones, within the label less `margin` mm at every side. */
export const withinBounds = (
  document: LabelDocument,
  margin: number,
  dotsPerMm: number,
): LaidOut => {
  const outside = document.elements.find((element) => {
    const light = lightMargin(element, dotsPerMm)
    return !(
      element.x - light.x >= margin - tolerance &&
      element.y - light.y >= margin - tolerance &&
      element.x + element.width + light.x <= document.width - margin + tolerance &&
      element.y + element.height + light.y <= document.height - margin + tolerance
    )
  })
  return outside === undefined
    ? { ok: true, value: document }
    : { ok: false, error: { code: 'label-out-of-bounds', element: outside.name } }
}
