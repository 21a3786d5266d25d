import type { Sha256 } from '#shared/domain/mark-payload.ts'
import type { MeasureSymbol, MeasureText } from './document.ts'

/** What a layout needs of the outside world. */
export interface LayoutTools {
  readonly measure: MeasureText
  readonly symbol: MeasureSymbol
  readonly sha256: Sha256
  /** Resolution of the print head: 8 at 203 dpi. */
  readonly dotsPerMm: number
}
