import type { PackSession } from '#shared/domain/pack-session.ts'
import type { BenchRecord } from './bench-record.ts'
import type { GoodsIndex } from './goods-index.ts'
import type { BookedOrder } from './order-book.ts'
import type { PalletLoad } from './order-pallets.ts'

/** The order in hand, where the packer stands in it, and what of that is on disk. */
export interface Held {
  readonly order: BookedOrder
  readonly goods: GoodsIndex
  readonly session: PackSession
  readonly record: BenchRecord
  /** Cartons of the order that are off the bench before they have their marks. */
  readonly parked: number
  /** Cartons that the seller planned, and how many of them were not opened yet. */
  readonly planned: { readonly total: number; readonly left: number }
  /** That the order's verified cartons go on; null before the first. */
  readonly pallet: PalletLoad | null
}
