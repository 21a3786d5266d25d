import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { RecountView } from '#shared/contract/recount-views.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface RecountState {
  /** Null until it has been read. */
  readonly view: RecountView | null
}

export const createRecountStore = () => createStore<RecountState>()(() => ({ view: null }))

export type RecountStore = ReturnType<typeof createRecountStore>

/** Mirrors the recount. Returns the way to stop. */
export const followRecount = (client: StationClient, store: RecountStore): (() => void) => {
  const take = (view: RecountView): void => {
    const known = store.getState().view
    if (known === null || view.rev >= known.rev) store.setState({ view })
  }
  const stop = client.on.recount(take)
  void askOf(client)('recount.snapshot', undefined).then((answer) => {
    if (answer.ok) take(answer.value)
  })
  return stop
}

const context = createStoreContext<RecountState>('recount')
export const RecountProvider = context.Provider
export const useRecount = context.useSelect
export const useRecountApi = context.useStoreApi

/** A carton is counted, or its mark is waited for: the screen belongs to the recount. */
export const useIsRecounting = (): boolean =>
  useRecount(({ view }) => view !== null && (view.awaitingMark || view.active !== null))
