import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { ScaleView } from '#shared/contract/views.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

/** The bench scale, apart from the bench: it changes many times a second. */
export const createScaleStore = () =>
  createStore<ScaleView>()(() => ({ state: 'absent', grams: null, stable: false }))

export type ScaleStore = ReturnType<typeof createScaleStore>

export const followScale = (client: StationClient, store: ScaleStore): (() => void) =>
  client.on.scale((view) => store.setState(view, true))

const context = createStoreContext<ScaleView>('scale')
export const ScaleProvider = context.Provider
export const useScale = context.useSelect
