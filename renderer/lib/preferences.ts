/** The part of localStorage that is used. */
export interface PreferenceStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

export type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  /** 0 to 1. */
  readonly volume: number
  readonly theme: Theme
  readonly trayOpen: boolean
}

export const defaultPreferences: Preferences = { volume: 0.6, theme: 'system', trayOpen: true }

const storageKey = 'linkstar.preferences'

const isTheme = (value: unknown): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark'

/** What this bench's screen remembers; anything unreadable falls back to its default. */
export const readPreferences = (storage: PreferenceStorage): Preferences => {
  let stored: unknown = null
  try {
    stored = JSON.parse(storage.getItem(storageKey) ?? 'null')
  } catch {
    return defaultPreferences
  }
  const held = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : [])
  const volume: unknown = held.get('volume')
  const theme: unknown = held.get('theme')
  const trayOpen: unknown = held.get('trayOpen')
  return {
    volume:
      typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : defaultPreferences.volume,
    theme: isTheme(theme) ? theme : defaultPreferences.theme,
    trayOpen: typeof trayOpen === 'boolean' ? trayOpen : defaultPreferences.trayOpen,
  }
}

export const writePreferences = (storage: PreferenceStorage, preferences: Preferences): void => {
  try {
    storage.setItem(storageKey, JSON.stringify(preferences))
  } catch {
    // A full or forbidden storage costs the preference, never the loop.
  }
}
