import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { SignInView } from '#shared/contract/sign-in-view.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface OperatorsState {
  /** Null until main has told it. */
  readonly view: SignInView | null
}

export const createOperatorsStore = () => createStore<OperatorsState>()(() => ({ view: null }))

export type OperatorsStore = ReturnType<typeof createOperatorsStore>

/** Mirrors who is at the bench. Returns the way to stop. */
export const followOperators = (client: StationClient, store: OperatorsStore): (() => void) =>
  client.on.signIn((view) => store.setState({ view }))

const context = createStoreContext<OperatorsState>('operators')
export const OperatorsProvider = context.Provider
export const useOperators = context.useSelect
