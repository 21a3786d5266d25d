import type { CartonCode } from './carton-code.ts'
import type { MarkMedia } from './label-media.ts'
import type { DutyTerms, OrderNo, Sku, TransportMode, Warehouse } from './order.ts'
import type { Grams, Size } from './units.ts'

export interface BoxMarkItem {
  readonly sku: Sku
  readonly fnsku?: string
  readonly nameZh: string
  readonly nameEn: string
  /** Units, ≥ 1. */
  readonly quantity: number
}

export const handlingMarks = ['fragile', 'this-side-up', 'keep-dry', 'heavy'] as const
export type HandlingMark = (typeof handlingMarks)[number]

export interface DangerousGoodsNote {
  /** e.g. UN3481 */
  readonly unCode: string
  /** e.g. PI967 */
  readonly packingInstruction: string
}

/** Everything a box mark 箱唛 says. Both sides, all pages and every copy of one carton revision share it. */
export interface BoxMarkInput {
  readonly orderNo: OrderNo
  readonly cartonCode: CartonCode
  readonly cartonNo: number
  /** Printed ("7 / 18") only where it is known. */
  readonly cartonTotal?: number
  readonly revision: number
  readonly warehouse: Warehouse
  readonly sellerName: string
  readonly transportMode: TransportMode
  readonly service: string
  readonly dutyTerms: DutyTerms
  readonly fbaShipmentId?: string
  readonly grossWeight?: Grams
  readonly size?: Size
  readonly items: readonly BoxMarkItem[]
  readonly dangerousGoods: readonly DangerousGoodsNote[]
  readonly handling: readonly HandlingMark[]
  /** Countries of origin, ISO 3166-1 alpha-2. */
  readonly origins: readonly string[]
  readonly station: string
  readonly operator?: string
  /** When the carton was sealed: ISO 8601 with offset; the same on every copy. */
  readonly sealedAt: string
  /** SKUs whose names hold characters the font lacks, by the packer's choice printed as code only. */
  readonly codeOnly?: readonly Sku[]
}

/** Which label of a mark set this is. Sides are originals for two adjacent faces; a copy repeats one of them. */
export interface MarkLabel {
  readonly side: 1 | 2
  /** From 1; above 1 it is a continuation mark. */
  readonly page: number
  /** 0 = original; copies count from 1. */
  readonly copy: number
}

export const markSides = 2

/** SKU rows on the first mark and on each continuation mark. */
export const markRows: Readonly<
  Record<MarkMedia, { readonly first: number; readonly continuation: number }>
> = {
  '100x150': { first: 8, continuation: 16 },
  '100x100': { first: 2, continuation: 6 },
  '100x60': { first: 1, continuation: 5 },
  '72': { first: 12, continuation: 24 },
}

/** How many pages (the mark and its continuation marks) one side needs. */
export const markPages = (items: number, media: MarkMedia): number => {
  const { first, continuation } = markRows[media]
  return items <= first ? 1 : 1 + Math.ceil((items - first) / continuation)
}

/** The SKUs that stand on a page: `from` to before `to`. */
export const markPageRows = (
  page: number,
  media: MarkMedia,
): { readonly from: number; readonly to: number } => {
  const { first, continuation } = markRows[media]
  const from = page === 1 ? 0 : first + (page - 2) * continuation
  return { from, to: from + (page === 1 ? first : continuation) }
}

/** All original labels of a carton's mark set, in printing order. */
export const markSet = (items: number, media: MarkMedia): readonly MarkLabel[] =>
  ([1, 2] as const).flatMap((side) =>
    Array.from({ length: markPages(items, media) }, (_, index) => ({
      side,
      page: index + 1,
      copy: 0,
    })),
  )
