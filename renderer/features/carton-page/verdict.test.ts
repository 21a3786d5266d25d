import { describe, expect, it } from 'vitest'
import type { FoundView, LookupView } from '#shared/contract/lookup-views.ts'
import { lookupSound, lookupVerdict } from './verdict.ts'

const empty: FoundView = {
  text: 'X',
  exact: null,
  cartons: { rows: [], more: false },
  orders: { rows: [], more: false },
  goods: { rows: [], more: false },
}
const open: LookupView = { rev: 1, isOpen: true, cartonCode: null, asked: null }
const answered = (seq: number, found: FoundView | null): LookupView => ({
  ...open,
  cartonCode: found?.exact ?? null,
  asked: {
    seq,
    text: 'X',
    found,
    problem:
      found === null ? { code: 'lookup-open', message: '', details: {}, retryable: false } : null,
  },
})

describe('the answer to a scan that looks something up', () => {
  it('is told apart: a carton, nothing, and what was not done', () => {
    expect(lookupVerdict(open)).toBe('idle')
    expect(lookupVerdict(answered(1, { ...empty, exact: 'LS1' }))).toBe('carton-known')
    expect(lookupVerdict(answered(1, empty))).toBe('unknown-code')
    expect(lookupVerdict(answered(1, null))).toBe('refused')
    const orders = { rows: [{ orderNo: 'BH-1', cartons: 2 }], more: false }
    expect(lookupVerdict(answered(1, { ...empty, orders }))).toBe('idle')
  })

  it('sounds once, and like a refusal where nothing came of it', () => {
    const found = answered(1, { ...empty, exact: 'LS1' })
    expect(lookupSound(open, found)).toBe('accepted')
    expect(lookupSound(found, { ...found, rev: 2 })).toBeNull()
    expect(lookupSound(found, answered(2, empty))).toBe('refused')
    expect(lookupSound(found, answered(2, null))).toBe('refused')
    expect(lookupSound(found, open)).toBeNull()
  })
})
