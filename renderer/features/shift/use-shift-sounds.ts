import { useEffect } from 'react'
import type { ShiftView } from '#shared/contract/shift-views.ts'
import { outcomeLook } from '#renderer/lib/outcome-look.ts'
import type { SoundName } from '#renderer/lib/sound/index.ts'
import { useShiftApi } from './store.ts'

/** The sound of what changed; null when it asks for none. */
export const shiftSound = (before: ShiftView, now: ShiftView): SoundName | null => {
  const { active, feedback } = now
  if (active === null || feedback === null || feedback.seq === before.feedback?.seq) return null
  const isAllFound = active.left === 0 && (before.active?.left ?? 0) > 0
  return isAllFound ? 'carton-complete' : outcomeLook[feedback.outcome].sound
}

export const useShiftSounds = (play: (sound: SoundName) => void): void => {
  const shift = useShiftApi()
  useEffect(
    () =>
      shift.subscribe((now, before) => {
        if (now.view === null || before.view === null) return
        const sound = shiftSound(before.view, now.view)
        if (sound !== null) play(sound)
      }),
    [shift, play],
  )
}
