import { describe, expect, it } from 'vitest'
import { labelView } from '#tests/support/bench-views.ts'
import { markFaces, markTrouble, worstState } from './print-state.ts'

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

describe('what keeps labels from coming out', () => {
  const held = {
    code: 'printer-held',
    message: 'held',
    details: { printerId: 'p1' },
    retryable: false,
  } as const

  it('is a printer that is held or says so, only while they wait', () => {
    const trouble = (...labels: Parameters<typeof labelView>[0][]) =>
      markTrouble(
        markFaces(
          labels.map((label, index) => labelView({ page: index + 1, ...label })),
          1,
        ),
      )
    expect(trouble({ state: 'allocated', problem: held })).toBe('held')
    expect(trouble({ state: 'rendered', problem: held }, { state: 'uncertain' })).toBe('uncertain')
    expect(trouble({ state: 'withdrawn' })).toBe('withdrawn')
    expect(trouble({ state: 'rendered', problem: { ...held, code: 'printer-paper-out' } })).toBe(
      'blocked',
    )
    expect(trouble({ state: 'sent', problem: { ...held, code: 'printer-paper-out' } })).toBeNull()
    expect(trouble({ state: 'allocated' }, { state: 'sent' })).toBeNull()
  })
})
