import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import type { LayoutTools } from '../layout-tools.ts'
import type { Area, Pen } from '../pen.ts'

/** One label of a mark set, about to be laid out. */
export interface MarkPage {
  readonly input: BoxMarkInput
  readonly label: MarkLabel
  /** Of one side. */
  readonly pages: number
  /** The SKUs on this page: `from` to before `to`. */
  readonly rows: { readonly from: number; readonly to: number }
  readonly tools: LayoutTools
}

/** Draws a page into the printable area and gives the height it used, in mm. */
export type DrawMarkPage = (pen: Pen, page: MarkPage, printable: Area) => number
