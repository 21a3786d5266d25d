import { useEffect } from 'react'
import type { RecountView } from '#shared/contract/recount-views.ts'
import { outcomeLook } from '#renderer/lib/outcome-look.ts'
import type { SoundName } from '#renderer/lib/sound/index.ts'
import { useRecountApi } from './store.ts'

/** The sound of what changed; null when it asks for none. */
export const recountSound = (before: RecountView, now: RecountView): SoundName | null => {
  const { active, feedback } = now
  if (before.active?.phase === 'counting' && active?.phase === 'finished') {
    return active.matches === true ? 'carton-complete' : 'line-complete'
  }
  if (feedback === null || feedback.seq === before.feedback?.seq) return null
  return outcomeLook[feedback.outcome].sound
}

export const useRecountSounds = (play: (sound: SoundName) => void): void => {
  const recount = useRecountApi()
  useEffect(
    () =>
      recount.subscribe((now, before) => {
        if (now.view === null || before.view === null) return
        const sound = recountSound(before.view, now.view)
        if (sound !== null) play(sound)
      }),
    [recount, play],
  )
}
