import type { OrderNo, Warehouse } from './order.ts'
import type { Grams } from './units.ts'

/** What one of a pallet's labels says; the four of a pallet, one a side, differ in `side` alone. */
export interface PalletLabel {
  readonly kind: 'pallet'
  /** Printable ASCII, for it is a barcode too. */
  readonly palletCode: string
  readonly palletNo: number
  readonly palletTotal?: number
  readonly orderNo: OrderNo
  readonly warehouse: Pick<Warehouse, 'code' | 'nameZh' | 'nameEn' | 'country'>
  readonly cartons: number
  readonly grossWeight?: Grams
  readonly side: 1 | 2 | 3 | 4
  readonly station: string
  /** ISO 8601 with offset. */
  readonly builtAt: string
}

export const palletSides = 4
