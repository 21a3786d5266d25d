import type { Carton, CartonWeight } from './carton.ts'
import type { CartonCode } from './carton-code.ts'
import type { OrderNo } from './order.ts'

interface Told {
  readonly orderNo: OrderNo
  readonly code: CartonCode
  readonly revision: number
  readonly station: string
  /** Wall clock, for display: ISO 8601 with offset. */
  readonly at: string
}

/** What a station tells the server about its cartons. Facts are always accepted, and flagged when odd. */
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
