import { describe, expect, it } from 'vitest'
import { labelView } from '#tests/support/bench-views.ts'
import { markFaces, worstState } from './print-state.ts'

describe('markFaces', () => {
  it('takes one label a place, of this revision only', () => {
    const faces = markFaces(
      [
        labelView({ revision: 1, state: 'confirmed' }),
        labelView({ revision: 2 }),
        labelView({ revision: 2, side: 2 }),
      ],
      2,
    )
    expect(faces.map(({ side, state }) => [side, state])).toEqual([
      [1, 'sent'],
      [2, 'sent'],
    ])
  })
  it('lets a newer copy stand for an original in doubt', () => {
    const [face] = markFaces(
      [labelView({ state: 'uncertain' }), labelView({ copy: 1, state: 'sent' })],
      1,
    )
    expect(face?.state).toBe('sent')
  })
  it('counts a place as confirmed by any of its labels', () => {
    const [face] = markFaces(
      [labelView({ state: 'confirmed' }), labelView({ copy: 1, state: 'failed' })],
      1,
    )
    expect(face?.state).toBe('confirmed')
  })
})

describe('worstState', () => {
  const worst = (...states: readonly Parameters<typeof labelView>[0][]) =>
    worstState(
      markFaces(
        states.map((state, index) => labelView({ page: index + 1, ...state })),
        1,
      ),
    )

  it('names trouble before anything else', () => {
    expect(worst({ state: 'confirmed' }, { state: 'uncertain' }, { state: 'allocated' })).toBe(
      'uncertain',
    )
  })
  it('names what is least far', () => {
    expect(worst({ state: 'confirmed' }, { state: 'sending' }, { state: 'sent' })).toBe('sending')
  })
  it('is nothing without labels', () => {
    expect(worst()).toBeNull()
  })
})
