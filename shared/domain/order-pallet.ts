import type { OrderNo } from './order.ts'

/** A pallet beside the bench, and how many verified cartons of its order stand on it. */
export interface OrderPallet {
  /** From 1, for each order. */
  readonly palletNo: number
  /** The SSCC on it; null while it bears no label. */
  readonly label: string | null
  readonly cartons: number
}

/** How the pallets of an order stand. */
export interface PalletStanding {
  /** What is verified goes on it; null before the first. */
  readonly current: OrderPallet | null
  /** That was current before. */
  readonly previous: OrderPallet | null
  readonly nextNo: number
  /** Its label came last, after it was begun. */
  readonly labelCameLast: boolean
  /** Nothing was packed or verified since it was taken or labelled. */
  readonly isNewest: boolean
}

export type PalletWish =
  /** 换托盘: the order's next pallet. */
  | { readonly kind: 'next' }
  /** A pallet's label was scanned; `bearer` has it already. */
  | {
      readonly kind: 'label'
      readonly label: string
      readonly bearer: (OrderPallet & { readonly orderNo: OrderNo }) | null
    }
  /** The last change of pallets is undone. */
  | { readonly kind: 'back' }

export type PalletEffect =
  | { readonly type: 'pallet-begun'; readonly palletNo: number; readonly label: string | null }
  | { readonly type: 'pallet-taken'; readonly palletNo: number }
  /** null: the label counts no more. */
  | { readonly type: 'pallet-labelled'; readonly palletNo: number; readonly label: string | null }
  /** As if it had never been begun; nothing is on it. */
  | { readonly type: 'pallet-dropped'; readonly palletNo: number }

/** The newest thing that was done is a change of pallets, and it can be undone. */
export const mayGoBack = (standing: PalletStanding): boolean => {
  const { current, previous, isNewest, labelCameLast } = standing
  if (current === null || !isNewest) return false
  return labelCameLast || current.cartons === 0 || previous !== null
}
