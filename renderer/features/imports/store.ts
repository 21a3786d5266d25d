import { createStore } from 'zustand/vanilla'
import type { ImportsView } from '#shared/contract/import-views.ts'
import type { StationClient } from '#shared/contract/ipc.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

/** Imports that the server has not answered, or refused; main sends them when the page has loaded and with every change. */
export const createImportsStore = () =>
  createStore<ImportsView>()(() => ({ waiting: [], refused: [] }))

export type ImportsStore = ReturnType<typeof createImportsStore>

export const followImports = (client: StationClient, store: ImportsStore): (() => void) =>
  client.on.imports((view) => store.setState(view))

const context = createStoreContext<ImportsView>('imports')
export const ImportsProvider = context.Provider
export const useImports = context.useSelect
