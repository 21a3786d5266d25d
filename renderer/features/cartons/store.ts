import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { CartonRow } from '#shared/contract/views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface CartonsState {
  /** The order whose cartons these are. */
  readonly orderNo: string | null
  /** Newest first; null until they have been read. */
  readonly rows: readonly CartonRow[] | null
  readonly problem: ErrorShape | null
  readonly show: (orderNo: string) => void
  readonly refresh: () => void
}

/** The cartons of the order that is shown, read again whenever main says that they changed. */
export const createCartonsStore = (client: StationClient) => {
  const ask = askOf(client)
  const read = async (orderNo: string): Promise<void> => {
    const answer = await ask('cartons.list', orderNo)
    // Another order may have been opened meanwhile.
    if (store.getState().orderNo !== orderNo) return
    if (answer.ok) {
      const rows = answer.value.toSorted((one, other) => other.cartonNo - one.cartonNo)
      store.setState({ rows, problem: null })
    } else store.setState({ problem: answer.error })
  }
  const store = createStore<CartonsState>()((set, get) => ({
    orderNo: null,
    rows: null,
    problem: null,
    show: (orderNo) => {
      if (get().orderNo !== orderNo) set({ orderNo, rows: null, problem: null })
      void read(orderNo)
    },
    refresh: () => {
      const { orderNo } = get()
      if (orderNo !== null) void read(orderNo)
    },
  }))
  return store
}

export type CartonsStore = ReturnType<typeof createCartonsStore>

export const followCartons = (client: StationClient, store: CartonsStore): (() => void) =>
  client.on.cartons(({ orderNo }) => {
    if (store.getState().orderNo === orderNo) store.getState().refresh()
  })

const context = createStoreContext<CartonsState>('cartons')
export const CartonsProvider = context.Provider
export const useCartons = context.useSelect
