import { describe, expect, it } from 'vitest'
import {
  afterRestart,
  isHeldAfter,
  labelAge,
  mayBecome,
  type PrintState,
  printStates,
} from './print-journal.ts'

/** Every state that can follow, however many steps it takes. */
const reachable = (from: PrintState): ReadonlySet<PrintState> => {
  const found = new Set<PrintState>()
  const look = (state: PrintState): void => {
    for (const next of printStates) {
      if (!mayBecome(state, next) || found.has(next)) continue
      found.add(next)
      look(next)
    }
  }
  look(from)
  return found
}

describe('the life of a print job', () => {
  it('never leads back to a send once bytes may have left', () => {
    for (const state of ['sent', 'uncertain', 'confirmed'] as const) {
      expect([...reachable(state)]).not.toContain('sending')
    }
  })

  it('ends where a label is proved or taken back', () => {
    for (const state of ['confirmed', 'withdrawn'] as const) {
      expect([...reachable(state)]).toEqual([])
    }
  })

  it('lets a label be taken back only while no byte of it has left', () => {
    expect(printStates.filter((state) => mayBecome(state, 'withdrawn'))).toEqual([
      'allocated',
      'rendered',
      'failed',
    ])
  })

  it('comes out of a restart as it was, but for a send that nobody saw end', () => {
    for (const state of printStates) {
      expect(afterRestart(state)).toBe(state === 'sending' ? 'uncertain' : state)
    }
  })
})

describe('a printer in trouble', () => {
  it.each([
    [0, false, false],
    [1, false, false],
    [2, false, true],
    [9, false, true],
    [0, true, false],
    [1, true, true],
  ])('after %i troubles in a row, in a batch %s, is held: %s', (troubles, isPlanned, isHeld) => {
    expect(isHeldAfter(troubles, isPlanned)).toBe(isHeld)
  })
})

describe('the age of a label', () => {
  it.each([
    [1, { revision: 1, state: 'marked' }, null],
    [1, { revision: 2, state: 'open' }, 'older-revision'],
    [2, { revision: 2, state: 'voided' }, 'carton-voided'],
    [1, null, 'carton-gone'],
    [0, null, null],
    [0, { revision: 1, state: 'open' }, 'older-revision'],
  ])('of revision %i on %j is %s', (revision, carton, age) => {
    expect(labelAge(revision, carton)).toBe(age)
  })
})
