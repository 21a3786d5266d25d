import { createStore } from 'zustand/vanilla'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { AppState, DevicesView, SyncView } from '#shared/contract/views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface StatusState {
  readonly app: AppState | null
  readonly devices: DevicesView | null
  readonly sync: SyncView | null
  /** Why the station's state could not be read. */
  readonly problem: ErrorShape | null
}

export const createStatusStore = () =>
  createStore<StatusState>()(() => ({ app: null, devices: null, sync: null, problem: null }))

export type StatusStore = ReturnType<typeof createStatusStore>

/** Mirrors what concerns the whole station. Returns the way to stop. */
export const followStatus = (client: StationClient, store: StatusStore): (() => void) => {
  const stops = [
    client.on.app((app) => store.setState({ app, problem: null })),
    client.on.devices((devices) => store.setState({ devices })),
    client.on.sync((sync) => store.setState({ sync })),
  ]
  void askOf(client)('app.state', undefined).then((answer) =>
    store.setState(answer.ok ? { app: answer.value, problem: null } : { problem: answer.error }),
  )
  return () => {
    for (const stop of stops) stop()
  }
}

const context = createStoreContext<StatusState>('status')
export const StatusProvider = context.Provider
export const useStatus = context.useSelect
export const useStatusApi = context.useStoreApi
