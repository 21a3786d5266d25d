import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { ShiftView } from '#shared/contract/shift-views.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface ShiftState {
  /** Null until it has been read. */
  readonly view: ShiftView | null
}

export const createShiftStore = () => createStore<ShiftState>()(() => ({ view: null }))

export type ShiftStore = ReturnType<typeof createShiftStore>

/** Mirrors the handover. Returns the way to stop. */
export const followShift = (client: StationClient, store: ShiftStore): (() => void) => {
  const take = (view: ShiftView): void => {
    const known = store.getState().view
    if (known === null || view.rev >= known.rev) store.setState({ view })
  }
  const stop = client.on.shift(take)
  void askOf(client)('shift.snapshot', undefined).then((answer) => {
    if (answer.ok) take(answer.value)
  })
  return stop
}

const context = createStoreContext<ShiftState>('shift')
export const ShiftProvider = context.Provider
export const useShift = context.useSelect
export const useShiftApi = context.useStoreApi

/** A shift is being handed over: the screen belongs to it. */
export const useIsHandingOver = (): boolean =>
  useShift(({ view }) => view !== null && view.active !== null)
