import { createStore } from 'zustand/vanilla'
import type {
  DeviceFeedView,
  DeviceListView,
  DetectionView,
  FoundDeviceView,
  WatchedDevice,
} from '#shared/contract/device-views.ts'
import type { StationClient } from '#shared/contract/ipc.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { askOf } from '#renderer/lib/ask.ts'
import type { PreferenceStorage } from '#renderer/lib/preferences.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'
import { type ChosenDevice, forgetChosen, keepChosen, keptChosen } from './chosen-device.ts'

/** How far back the chart goes, in milliseconds. */
export const chartMs = 30_000

export interface DevicesState {
  readonly isOpen: boolean
  /** Null until it has been read. */
  readonly list: DeviceListView | null
  readonly problem: ErrorShape | null
  /** `searching` until it is known; null where this computer cannot tell. */
  readonly found: readonly FoundDeviceView[] | 'searching' | null
  readonly chosen: ChosenDevice | null
  readonly feed: DeviceFeedView | null
  /** Of the last 30 s, oldest first. */
  readonly readings: DeviceFeedView['readings']
  readonly detection: DetectionView | null
  /** Something was on the scale since the dialog was opened. */
  readonly hasWeighed: boolean
  readonly open: () => void
  readonly close: () => void
  readonly choose: (chosen: ChosenDevice | null) => void
  readonly search: () => void
  readonly refresh: () => void
  /** The page is about to load anew: it opens here again. */
  readonly reopenAt: (chosen: ChosenDevice | null) => void
  readonly dropReopening: () => void
}

/** What is listened to; with nothing chosen the first scanner, which somebody new tries first. */
const watchedOf = (
  chosen: ChosenDevice | null,
  list: DeviceListView | null,
): WatchedDevice | null => {
  if (chosen?.kind === 'scanner' || chosen?.kind === 'scale') return chosen
  const [first] = list?.scanners ?? []
  return chosen === null && first !== undefined ? { kind: 'scanner', id: first.config.id } : null
}

/** The scanners and the scale, read and listened to while somebody looks at them. @param memory outlives a reload only */
export const createDevicesStore = (client: StationClient, memory: PreferenceStorage) => {
  const ask = askOf(client)
  const store = createStore<DevicesState>()((set, get) => {
    const watch = (device: WatchedDevice | null): void => {
      set({ feed: null, readings: [] })
      void ask('devices.watch', device).then((answer) => {
        if (!answer.ok) set({ problem: answer.error })
      })
    }
    const read = async (): Promise<void> => {
      const answer = await ask('devices.list', undefined)
      set(answer.ok ? { list: answer.value } : { problem: answer.error })
    }
    const search = (): void => {
      set({ found: 'searching' })
      void ask('devices.search', undefined).then((answer) =>
        set({ found: answer.ok ? answer.value : null }),
      )
    }
    const openAt = async (chosen: ChosenDevice | null): Promise<void> => {
      set({ isOpen: true, list: null, problem: null, hasWeighed: false, chosen })
      search()
      await read()
      if (get().isOpen) watch(watchedOf(get().chosen, get().list))
    }
    const kept = keptChosen(memory)
    if (kept !== undefined) {
      forgetChosen(memory)
      queueMicrotask(() => void openAt(kept))
    }
    return {
      isOpen: false,
      list: null,
      problem: null,
      found: 'searching',
      chosen: null,
      feed: null,
      readings: [],
      detection: null,
      hasWeighed: false,
      open: () => void openAt(null),
      close: () => {
        set({ isOpen: false })
        watch(null)
        void ask('devices.endDetection', undefined)
      },
      choose: (chosen) => {
        set({ chosen })
        watch(watchedOf(chosen, get().list))
      },
      search,
      refresh: () => void read(),
      reopenAt: (chosen) => keepChosen(memory, chosen),
      dropReopening: () => forgetChosen(memory),
    }
  })
  return store
}

export type DevicesStore = ReturnType<typeof createDevicesStore>

/** Returns the way to stop. */
export const followDevices = (client: StationClient, store: DevicesStore): (() => void) => {
  const stops = [
    client.on.deviceFeed((feed) =>
      store.setState(({ readings, isOpen }) => {
        if (!isOpen) return {}
        const all = [...readings, ...feed.readings]
        const newest = all.at(-1)?.at ?? 0
        return { feed, readings: all.filter(({ at }) => newest - at <= chartMs) }
      }),
    ),
    client.on.detection((detection) => store.setState({ detection })),
    client.on.scale(({ grams }) => {
      if ((grams ?? 0) > 0 && store.getState().isOpen) store.setState({ hasWeighed: true })
    }),
    client.on.devices(() => {
      const { isOpen, refresh } = store.getState()
      if (isOpen) refresh()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

const context = createStoreContext<DevicesState>('devices')
export const DevicesProvider = context.Provider
export const useDevices = context.useSelect
