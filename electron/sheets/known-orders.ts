import { sql } from 'kysely'
import type { Warehouse } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'

/** What the orders that are here say about orders to come. */
export interface KnownOrders {
  /** By their codes; each as the order that was pulled last has it. */
  warehouses(): readonly Warehouse[]
  /** Numbers of all orders, also of those that came in unusable. */
  numbers(): readonly string[]
}

export const createKnownOrders = (store: Store): KnownOrders => {
  const warehouses = store.prepare()((db) =>
    db
      .selectFrom('orders')
      .select(sql<string>`json_extract(header, '$.warehouse')`.as('warehouse'))
      .orderBy('pulled_at'),
  )
  const numbers = store.prepare()((db) =>
    db
      .selectFrom('orders')
      .select('order_no')
      .union(db.selectFrom('order_refusals').select('reference_no as order_no')),
  )
  return {
    warehouses: () => {
      const byCode = new Map<string, Warehouse>()
      for (const { warehouse } of warehouses.all({})) {
        const known = JSON.parse(warehouse) as Warehouse
        byCode.set(known.code, known)
      }
      return [...byCode.values()].toSorted((one, other) => one.code.localeCompare(other.code))
    },
    numbers: () => numbers.all({}).map(({ order_no }) => order_no),
  }
}
