import { createStore } from 'zustand/vanilla'
import {
  type Preferences,
  type PreferenceStorage,
  readPreferences,
  writePreferences,
} from '#renderer/lib/preferences.ts'
import { createStoreContext } from '#renderer/lib/store-context.tsx'

export interface SettingsState extends Preferences {
  readonly change: (change: Partial<Preferences>) => void
}

/** What this bench's screen remembers; every change is kept at once. */
export const createSettingsStore = (storage: PreferenceStorage) =>
  createStore<SettingsState>()((set, get) => ({
    ...readPreferences(storage),
    change: (change) => {
      set(change)
      const { volume, theme, trayOpen } = get()
      writePreferences(storage, { volume, theme, trayOpen })
    },
  }))

export type SettingsStore = ReturnType<typeof createSettingsStore>

const context = createStoreContext<SettingsState>('settings')
export const SettingsProvider = context.Provider
export const useSettings = context.useSelect
