import { describe, expect, it } from 'vitest'
import type { BenchState } from '#shared/contract/views.ts'
import { benchCarton, benchState, feedback, labelView } from '#tests/support/bench-views.ts'
import { packKeys } from './keys.ts'

const keysOf = (change: Partial<BenchState>): readonly string[] =>
  packKeys(benchState(change)).map(({ key }) => key)

const marked = (state: Parameters<typeof labelView>[0]) => ({
  step: 'scan-back' as const,
  carton: benchCarton({ state: 'marked', labels: [labelView(state)] }),
})

describe('packKeys', () => {
  it('offers the loop while packing', () => {
    expect(keysOf({})).toEqual(['F4', 'F3', 'F2', 'F10', 'F7', 'F8'])
  })
  it('offers to agree to what is not as planned', () => {
    const kept = feedback({ outcome: 'not-in-plan' })
    expect(keysOf({ locked: true, feedback: kept })).toEqual(['F6', 'F9'])
    expect(keysOf({ feedback: feedback({ outcome: 'plan-short' }) })).toContain('F6')
  })
  it('offers a photo of what was just noted, where no other key stands in its place', () => {
    for (const outcome of ['exception-noted', 'put-back', 'photo-open', 'photo-kept'] as const) {
      const state = benchState({ feedback: feedback({ outcome }) })
      expect(packKeys(state)[0]?.deed).toEqual({ act: 'bench.photo' })
      expect(keysOf({ ...state, locked: true })).toEqual(['F9'])
    }
    const noted = feedback({ outcome: 'exception-noted' })
    expect(keysOf({ carton: null, packed: 252, feedback: noted })).toEqual(['F6'])
    expect(packKeys(benchState({ ...marked({ state: 'sent' }), feedback: noted }))).toHaveLength(1)
  })
  it('offers nothing that cannot be done before a carton is open', () => {
    expect(keysOf({ carton: null })).toEqual(['F4', 'F3', 'F2', 'F10'])
  })
  it('offers nothing when the order is complete', () => {
    expect(keysOf({ carton: null, packed: 252 })).toEqual([])
  })
  it('offers nothing that goes in once the order is closed', () => {
    expect(keysOf({ status: 'closed', carton: null })).toEqual([])
    expect(keysOf({ status: 'closed' })).toEqual(['F4', 'F8'])
  })
  it('offers only the acknowledgement while locked', () => {
    for (const step of ['packing', 'weighing', 'scan-back'] as const) {
      expect(keysOf({ step, locked: true })).toEqual(['F9'])
    }
  })
  it('lets a deviating weight be taken, never an over-limit one', () => {
    const deviates = {
      kind: 'deviates' as const,
      gross: 1,
      expected: 2,
      tolerance: 0,
      explanation: null,
    }
    const over = { kind: 'over-limit' as const, gross: 2, max: 1, remove: [] }
    expect(keysOf({ step: 'weighing', weighProblem: deviates })).toContain('F8')
    expect(keysOf({ step: 'weighing', weighProblem: over })).not.toContain('F8')
  })
  it('measures a carton that bulges before it is weighed in', () => {
    expect(packKeys(benchState({ step: 'weighing' })).map(({ deed }) => deed)).toContainEqual({
      open: 'measure',
    })
  })
  it('reprints a label in trouble at once, and asks why for one that came out', () => {
    expect(packKeys(benchState(marked({ state: 'uncertain' })))[0]?.deed).toEqual({
      act: 'bench.reprint',
    })
    expect(packKeys(benchState(marked({ state: 'sent' })))[0]?.deed).toEqual({ open: 'copy' })
    expect(packKeys(benchState(marked({ state: 'sending' })))).toEqual([])
  })
  it('never gives one key two meanings at a time', () => {
    for (const step of ['packing', 'weighing', 'marking', 'scan-back'] as const) {
      const keys = keysOf({ step })
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
