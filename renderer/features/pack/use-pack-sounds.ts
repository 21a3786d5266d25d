import { useEffect } from 'react'
import type { SoundName } from '#renderer/lib/sound/index.ts'
import { outcomeLook } from '#renderer/lib/outcome-look.ts'
import { useBenchApi, type BenchStore } from './store.ts'

/** Wrong goods call again until they are acknowledged: milliseconds between two calls. */
export const repeatMs = 2_500

export interface SoundParts {
  readonly play: (sound: SoundName) => void
  /** Calls `again` every `ms` until the returned function is called. */
  readonly every: (ms: number, again: () => void) => () => void
}

/** Plays the sound of each new answer, and of a locked bench again and again. Returns the way to stop. */
export const soundAnswers = (
  bench: Pick<BenchStore, 'getState' | 'subscribe'>,
  { play, every }: SoundParts,
): (() => void) => {
  let heard = bench.getState().mirror?.state.feedback?.seq ?? null
  let started = bench.getState().mirror !== null
  let calling: (() => void) | null = null
  let call: SoundName = 'refused'
  const listen = (): void => {
    const state = bench.getState().mirror?.state
    if (state === undefined) return
    const { feedback, locked } = state
    if (feedback !== null && feedback.seq !== heard) {
      heard = feedback.seq
      const { sound } = outcomeLook[feedback.outcome]
      // What was answered before the screen came up is not news.
      if (sound !== null && started) play(sound)
      if (locked && sound !== null && feedback.outcome !== 'locked') call = sound
    }
    started = true
    if (locked && calling === null) calling = every(repeatMs, () => play(call))
    if (!locked && calling !== null) {
      calling()
      calling = null
    }
  }
  listen()
  const stop = bench.subscribe(listen)
  return () => {
    stop()
    calling?.()
  }
}

const everyInterval: SoundParts['every'] = (ms, again) => {
  const timer = setInterval(again, ms)
  return () => clearInterval(timer)
}

export const usePackSounds = (play: (sound: SoundName) => void): void => {
  const bench = useBenchApi()
  useEffect(() => soundAnswers(bench, { play, every: everyInterval }), [bench, play])
}
