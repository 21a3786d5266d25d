import type { Carton, CartonContent, CartonWeight } from './carton.ts'
import type { CartonCode } from './carton-code.ts'
import type { ExceptionKind, GoodsException } from './goods-exception.ts'
import type { OrderNo, Sku } from './order.ts'
import type { DecisionKind } from './order-decision.ts'
import type { CountedSku } from './recount.ts'

interface ToldOfOrder {
  readonly orderNo: OrderNo
  readonly station: string
  /** Who was at the bench, where anybody signs in. */
  readonly operator?: string
  /** Wall clock, for display: ISO 8601 with offset. */
  readonly at: string
}

interface Told extends ToldOfOrder {
  readonly code: CartonCode
  readonly revision: number
}

export const recountOutcomes = ['agrees', 'reopened', 'left-as-is'] as const
/** What came of a recount. */
export type RecountOutcome = (typeof recountOutcomes)[number]

/** What a station tells the server. Facts are always accepted, and flagged when odd. */
export type Fact =
  | (Told & {
      readonly type: 'carton-sealed'
      readonly carton: Carton & { readonly weight: CartonWeight }
    })
  /** `revision` is the new one. */
  | (Told & { readonly type: 'carton-reopened'; readonly reason: string })
  | (Told & { readonly type: 'carton-voided'; readonly reason: string })
  | (Told & {
      readonly type: 'label-printed'
      readonly side: 1 | 2
      readonly page: number
      readonly copy: number
      /** Of the bytes sent, lower-case hex. */
      readonly sha256: string
    })
  /** The whole mark set was scanned back. */
  | (Told & { readonly type: 'carton-verified' })
  | (Told & {
      readonly type: 'carton-recounted'
      readonly counts: readonly CartonContent[]
      /** Only SKUs whose count is not as recorded. */
      readonly differences: readonly CountedSku[]
      readonly outcome: RecountOutcome
    })
  /** Goods are not as the order expects. */
  | (ToldOfOrder & {
      readonly type: 'goods-exception'
      readonly kind: ExceptionKind
      readonly sku: Sku | null
      readonly text: string
      readonly units: number
    })
  /** A photo was taken of goods that are not as the order expects; its bytes go up by themselves. */
  | (ToldOfOrder & {
      readonly type: 'exception-photo'
      readonly exception: Pick<GoodsException, 'kind' | 'sku' | 'text' | 'at'>
      /** Of its bytes, lower-case hex. */
      readonly sha256: string
      readonly bytes: number
    })
  /** Nothing more is packed; each line that is not complete has its reason. */
  | (ToldOfOrder & {
      readonly type: 'order-closed'
      readonly shortLines: readonly {
        readonly sku: Sku
        readonly ordered: number
        readonly packed: number
        readonly reason: string
      }[]
    })
  /** The server changed or cancelled the order, and it goes on as it was packed here. */
  | (ToldOfOrder & {
      readonly type: 'order-change-declined'
      /** Of the server's order. */
      readonly revision: number
      readonly change: DecisionKind
    })

/** What an order's cartons hold, for the customs broker. */
export interface Declaration {
  readonly orderNo: OrderNo
  readonly cartons: readonly (Carton & { readonly weight: CartonWeight })[]
}
