import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { OrderPallet, PalletStanding } from '#shared/domain/order-pallet.ts'
import type { Store } from '#electron/store/index.ts'
import { preparePalletStatements } from './pallet-statements.ts'

/** The pallet that an order's cartons go on, and what stands on it. */
export interface PalletLoad extends OrderPallet {
  /** Cartons on it that hold the SKU. */
  readonly bySku: ReadonlyMap<Sku, number>
  /** What the carton put on it last holds; null where that is not one SKU. */
  readonly last: Sku | null
}

/** The pallets beside the bench and the verified cartons on them. Writes run in the caller's transaction. */
export interface OrderPallets {
  standing(orderNo: OrderNo): PalletStanding
  /** Which pallet of any order bears this label. */
  bearer(label: string): (OrderPallet & { readonly orderNo: OrderNo }) | null
  /** What stands on the order's current pallet; null before the first. */
  load(orderNo: OrderNo): PalletLoad | null
  /** Where a carton stands, and since when. */
  of(code: CartonCode): (Omit<OrderPallet, 'cartons'> & { readonly at: string }) | null
  /** The pallet of each carton of the order that stands on one. */
  ofOrder(orderNo: OrderNo): ReadonlyMap<CartonCode, number>
  /** A new pallet is the order's current one. */
  begin(
    orderNo: OrderNo,
    palletNo: number,
    label: string | null,
    operator: string | null,
    at: string,
  ): void
  take(orderNo: OrderNo, palletNo: number): void
  label(orderNo: OrderNo, palletNo: number, label: string | null): void
  drop(orderNo: OrderNo, palletNo: number): void
  /** Onto the order's current pallet. @returns its number; null before the first */
  put(orderNo: OrderNo, code: CartonCode, at: string): number | null
  remove(code: CartonCode): void
}

export const createOrderPallets = (store: Store): OrderPallets => {
  const statements = preparePalletStatements(store)

  const palletOf = (row: { id: number; pallet_no: number; label: string | null }): OrderPallet => ({
    palletNo: row.pallet_no,
    label: row.label,
    cartons: statements.count.get({ pallet: row.id })?.cartons ?? 0,
  })
  const lastOn = (pallet: number): Sku | null => {
    const skus = statements.lastOn.all({ pallet })
    return skus.length === 1 ? ((skus[0]?.sku ?? null) as Sku | null) : null
  }

  return {
    standing: (orderNo) => {
      const [current, previous] = statements.newest.all({ orderNo })
      const numbers = statements.numbers.get({ orderNo })
      const since = current?.after_scan ?? 0
      return {
        current: current === undefined ? null : palletOf(current),
        previous: previous === undefined ? null : palletOf(previous),
        nextNo: (numbers?.last ?? 0) + 1,
        labelCameLast: current?.label_came_last === 1,
        isNewest: statements.packedSince.get({ orderNo, since }) === undefined,
      }
    },
    bearer: (label) => {
      const row = statements.byLabel.get({ label })
      return row === undefined ? null : { ...palletOf(row), orderNo: row.order_no as OrderNo }
    },
    load: (orderNo) => {
      const [current] = statements.newest.all({ orderNo })
      if (current === undefined) return null
      const pallet = current.id
      const rows = statements.bySku.all({ pallet })
      const bySku = new Map(rows.map(({ sku, cartons }) => [sku as Sku, cartons]))
      return { ...palletOf(current), bySku, last: lastOn(pallet) }
    },
    of: (code) => {
      const row = statements.ofCarton.get({ code })
      return row === undefined
        ? null
        : { palletNo: row.pallet_no, label: row.label, at: row.put_at }
    },
    ofOrder: (orderNo) =>
      new Map(
        statements.ofOrder
          .all({ orderNo })
          .map(({ code, pallet_no }) => [code as CartonCode, pallet_no]),
      ),
    begin: (orderNo, palletNo, label, operator, at) => {
      statements.begin.run({ orderNo, palletNo, label, operator, at })
    },
    take: (orderNo, palletNo) => {
      statements.take.run({ orderNo, palletNo })
    },
    label: (orderNo, palletNo, label) => {
      statements.label.run({ orderNo, palletNo, label, last: label === null ? 0 : 1 })
    },
    drop: (orderNo, palletNo) => {
      statements.drop.run({ orderNo, palletNo })
    },
    put: (orderNo, code, at) => {
      const [current] = statements.newest.all({ orderNo })
      if (current === undefined) return null
      statements.put.run({ code, pallet: current.id, at })
      return current.pallet_no
    },
    remove: (code) => {
      statements.remove.run({ code })
    },
  }
}
