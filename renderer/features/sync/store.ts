import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { SyncHealthView } from '#shared/contract/sync-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'
import { createWatched, hasChanged, type Watched } from '#renderer/lib/watched.ts'

export interface SyncHealthState extends Watched {
  /** Null until it has been read. */
  readonly health: SyncHealthView | null
  readonly problem: ErrorShape | null
}

/** Everything about the line to the server, read while somebody looks at it. */
export const createSyncHealthStore = (client: StationClient) => {
  const ask = askOf(client)
  return createStore<SyncHealthState>()((set) => ({
    health: null,
    problem: null,
    ...createWatched(set, async () => {
      const answer = await ask('sync.health', undefined)
      set(answer.ok ? { health: answer.value, problem: null } : { problem: answer.error })
    }),
  }))
}

export type SyncHealthStore = ReturnType<typeof createSyncHealthStore>

/** A change of the line is news to whoever looks. Returns the way to stop. */
export const followSyncHealth = (client: StationClient, store: SyncHealthStore): (() => void) =>
  client.on.sync(() => hasChanged(store.getState()))

const context = createStoreContext<SyncHealthState>('sync health')
export const SyncHealthProvider = context.Provider
export const useSyncHealth = context.useSelect
