import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { DecisionView } from '#shared/contract/order-views.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface DecisionsState {
  /** Oldest first; main sends them when the page has loaded and with every change. */
  readonly decisions: readonly DecisionView[]
}

export const createDecisionsStore = () => createStore<DecisionsState>()(() => ({ decisions: [] }))

export type DecisionsStore = ReturnType<typeof createDecisionsStore>

export const followDecisions = (client: StationClient, store: DecisionsStore): (() => void) =>
  client.on.decisions((decisions) => store.setState({ decisions }))

const context = createStoreContext<DecisionsState>('decisions')
export const DecisionsProvider = context.Provider
export const useDecisions = context.useSelect
