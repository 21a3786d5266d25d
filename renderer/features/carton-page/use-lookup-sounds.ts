import { useEffect } from 'react'
import type { SoundName } from '#renderer/lib/sound/index.ts'
import { useLookupApi } from './store.ts'
import { lookupSound } from './verdict.ts'

export const useLookupSounds = (play: (sound: SoundName) => void): void => {
  const lookup = useLookupApi()
  useEffect(
    () =>
      lookup.subscribe((now, before) => {
        if (now.view === null || before.view === null) return
        const sound = lookupSound(before.view, now.view)
        if (sound !== null) play(sound)
      }),
    [lookup, play],
  )
}
