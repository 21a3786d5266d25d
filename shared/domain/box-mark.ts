import type { CartonCode } from './carton-code.ts'
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

/** SKU rows on the first mark and on each continuation mark of 100×150 mm. */
export const markRows = { first: 8, continuation: 16 } as const

/** How many pages (the mark and its continuation marks) one side needs. */
export const markPages = (items: number): number =>
  items <= markRows.first ? 1 : 1 + Math.ceil((items - markRows.first) / markRows.continuation)

/** All original labels of a carton's mark set, in printing order. */
export const markSet = (items: number): readonly MarkLabel[] =>
  ([1, 2] as const).flatMap((side) =>
    Array.from({ length: markPages(items) }, (_, index) => ({ side, page: index + 1, copy: 0 })),
  )
