import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { ParkedCarton } from '#shared/contract/parked-views.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface ParkedState {
  /** Longest parked first; main sends them when the page has loaded and with every change. */
  readonly cartons: readonly ParkedCarton[]
}

export const createParkedStore = () => createStore<ParkedState>()(() => ({ cartons: [] }))

export type ParkedStore = ReturnType<typeof createParkedStore>

export const followParked = (client: StationClient, store: ParkedStore): (() => void) =>
  client.on.parked((cartons) => store.setState({ cartons }))

const context = createStoreContext<ParkedState>('parked cartons')
export const ParkedProvider = context.Provider
export const useParked = context.useSelect
