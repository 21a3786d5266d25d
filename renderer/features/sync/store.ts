import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { SyncHealthView } from '#shared/contract/sync-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface SyncHealthState {
  /** Null until it has been read. */
  readonly health: SyncHealthView | null
  readonly problem: ErrorShape | null
  /** Somebody looks at it. */
  readonly isWatched: boolean
  /** Reads it, and again with every change, until the returned function is called. */
  readonly watch: () => () => void
  /** Reads it again; what changes meanwhile is read once more afterwards. */
  readonly refresh: () => void
}

/** Everything about the line to the server, read while somebody looks at it. */
export const createSyncHealthStore = (client: StationClient) => {
  const ask = askOf(client)
  let wanted = 0
  let read = 0
  return createStore<SyncHealthState>()((set, get) => {
    const readAll = async (): Promise<void> => {
      while (read < wanted) {
        read = wanted
        const answer = await ask('sync.health', undefined)
        set(answer.ok ? { health: answer.value, problem: null } : { problem: answer.error })
      }
      reading = null
    }
    let reading: Promise<void> | null = null
    return {
      health: null,
      problem: null,
      isWatched: false,
      watch: () => {
        set({ isWatched: true })
        get().refresh()
        return () => set({ isWatched: false })
      },
      refresh: () => {
        wanted += 1
        reading ??= readAll()
      },
    }
  })
}

export type SyncHealthStore = ReturnType<typeof createSyncHealthStore>

/** A change of the line is news to whoever looks. Returns the way to stop. */
export const followSyncHealth = (client: StationClient, store: SyncHealthStore): (() => void) =>
  client.on.sync(() => {
    const { isWatched, refresh } = store.getState()
    if (isWatched) refresh()
  })

const context = createStoreContext<SyncHealthState>('sync health')
export const SyncHealthProvider = context.Provider
export const useSyncHealth = context.useSelect
