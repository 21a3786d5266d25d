import type { OrderNo, Sku } from './order.ts'

export const exceptionKinds = ['short', 'damaged', 'put-back', 'extra', 'wrong-item'] as const
/**
 * What goods may do otherwise than the order expects: nobody finds them 缺货, they are broken 破损, they go from the carton back
 * to the shelf 退架, there are more than ordered 多货, or others lay in their place 错货.
 */
export type ExceptionKind = (typeof exceptionKinds)[number]

export interface GoodsException {
  readonly orderNo: OrderNo
  readonly kind: ExceptionKind
  /** null where nobody knows the code. */
  readonly sku: Sku | null
  /** What was scanned, as it may be shown; empty where the goods were chosen. */
  readonly text: string
  readonly units: number
  readonly operator: string | null
  /** ISO 8601 with offset; wall clock, for display. */
  readonly at: string
}

/** An exception that a photo may be taken of. */
export interface Photographable extends Pick<GoodsException, 'kind' | 'sku'> {
  readonly id: number
  /** Photos it has. */
  readonly photos: number
}

/** Of one exception. */
export const mostPhotos = 5
/** Of one photo, in bytes. */
export const largestPhoto = 4 * 1024 * 1024
