import { beforeEach, describe, expect, it } from 'vitest'
import type { BenchState } from '#shared/contract/views.ts'
import { benchSnapshot, feedback } from '#tests/support/bench-views.ts'
import { fromSnapshot } from './mirror.ts'
import { createBenchStore } from './store.ts'
import { soundAnswers } from './use-pack-sounds.ts'

const played: string[] = []
let again: (() => void) | null = null

beforeEach(() => {
  played.length = 0
  again = null
})

const listening = (first: Partial<BenchState> | null = {}) => {
  const store = createBenchStore()
  const show = (change: Partial<BenchState>): void =>
    store.setState({ mirror: fromSnapshot(benchSnapshot(change)) })
  if (first !== null) show(first)
  soundAnswers(store, {
    play: (sound) => played.push(sound),
    every: (_ms, call) => {
      again = call
      return () => {
        again = null
      }
    },
  })
  return show
}

describe('soundAnswers', () => {
  it('sounds once for each new answer', () => {
    const show = listening()
    show({ feedback: feedback({ seq: 1 }) })
    show({ feedback: feedback({ seq: 1 }), packed: 99 })
    show({ feedback: feedback({ seq: 2 }) })
    expect(played).toEqual(['accepted', 'accepted'])
  })

  it('has another sound for each kind of answer', () => {
    const show = listening()
    const outcomes = [
      'accepted',
      'line-complete',
      'not-in-order',
      'mark-other-carton',
      'carton-verified',
    ] as const
    for (const [seq, outcome] of outcomes.entries())
      show({ feedback: feedback({ seq: seq + 1, outcome }) })
    expect(new Set(played).size).toBe(outcomes.length)
  })

  it('does not sound for what was answered before the screen came up', () => {
    const show = listening(null)
    show({ feedback: feedback({ seq: 7 }) })
    expect(played).toEqual([])
  })

  it('calls again while locked, in the same voice, until it is acknowledged', () => {
    const show = listening()
    show({ locked: true, feedback: feedback({ seq: 1, outcome: 'mark-other-carton' }) })
    again?.()
    show({ locked: true, feedback: feedback({ seq: 2, outcome: 'locked' }) })
    again?.()
    expect(played).toEqual(['wrong-carton', 'wrong-carton', 'refused', 'wrong-carton'])
    show({ locked: false })
    expect(again).toBeNull()
  })

  it('buzzes once for a complete line and does not call again', () => {
    const show = listening()
    show({ feedback: feedback({ seq: 1, outcome: 'line-complete' }) })
    expect(played).toEqual(['line-complete'])
    expect(again).toBeNull()
  })
})
