import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { OrderSummary } from '#shared/contract/views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'
import { type OrderFilter, wholeList } from './filter-orders.ts'
import { withChanges } from './order-list.ts'

export interface OrdersState {
  /** Null until the list has been read. */
  readonly orders: readonly OrderSummary[] | null
  readonly problem: ErrorShape | null
  readonly filter: OrderFilter
  readonly setFilter: (change: Partial<OrderFilter>) => void
  readonly refresh: () => void
}

export const createOrdersStore = (client: StationClient) => {
  const ask = askOf(client)
  return createStore<OrdersState>()((set) => ({
    orders: null,
    problem: null,
    filter: wholeList,
    setFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
    refresh: () => {
      void ask('orders.list', undefined).then((answer) =>
        answer.ok ? set({ orders: answer.value, problem: null }) : set({ problem: answer.error }),
      )
    },
  }))
}

export type OrdersStore = ReturnType<typeof createOrdersStore>

/** Mirrors the list of orders. Returns the way to stop. */
export const followOrders = (client: StationClient, store: OrdersStore): (() => void) => {
  const stop = client.on.orders((changed) =>
    store.setState(({ orders }) =>
      // What changed before the list has come stands in the list.
      orders === null ? {} : { orders: withChanges(orders, changed), problem: null },
    ),
  )
  store.getState().refresh()
  return stop
}

const context = createStoreContext<OrdersState>('orders')
export const OrdersProvider = context.Provider
export const useOrders = context.useSelect
