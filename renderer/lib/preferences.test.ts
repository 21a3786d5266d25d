import { describe, expect, it } from 'vitest'
import { defaultPreferences, readPreferences, writePreferences } from './preferences.ts'

const storage = (stored: string | null = null) => {
  let text = stored
  return {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value
    },
  }
}

describe('preferences', () => {
  it('come back as they were kept', () => {
    const kept = storage()
    writePreferences(kept, { volume: 0.25, theme: 'dark', trayOpen: false })
    expect(readPreferences(kept)).toEqual({ volume: 0.25, theme: 'dark', trayOpen: false })
  })
  it.each([null, '', '{', '7', '{"volume":9,"theme":"pink","trayOpen":1}'])(
    'fall back to the defaults for %j',
    (stored) => {
      expect(readPreferences(storage(stored))).toEqual(defaultPreferences)
    },
  )
  it('do not stop the loop when storage is full', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() => writePreferences(full, defaultPreferences)).not.toThrow()
  })
})
