import { describe, expect, it, test } from 'vitest'
import { cartonCode } from './carton-code.ts'
import type { OrderNo } from './order.ts'
import {
  decide,
  type HandoverItem,
  judgeHandoverScan,
  labelTroubles,
  lastDecided,
  renewed,
  takeBack,
  undecided,
} from './shift-handover.ts'

const first = cartonCode(1)
const second = cartonCode(2)
const item = (given: Partial<HandoverItem> = {}): HandoverItem => ({
  code: first,
  orderNo: 'BH-1' as OrderNo,
  cartonNo: 1,
  kind: 'unverified',
  revision: 1,
  needsQr: false,
  uncertain: 0,
  failed: 0,
  since: 'then',
  decision: null,
  ...given,
})
const parked = item({ code: second, kind: 'parked', revision: 0 })
const temporary = (code = second) => ({ kind: 'temporary', code }) as const
const mark = (code = first, revision: number | null = null) =>
  ({ kind: 'mark', code, revision }) as const

describe('what is scanned while a shift is handed over', () => {
  test.each([
    ['the temporary label of a parked carton', parked, temporary(), 'accepted'],
    ['the mark of a parked carton', parked, mark(second), 'needs-temporary'],
    ['a temporary label on a sealed carton', item(), temporary(first), 'needs-mark'],
    ['the bars of a mark', item(), mark(), 'accepted'],
    ['the QR of the current mark', item({ revision: 2 }), mark(first, 2), 'accepted'],
    ['the QR of an older mark', item({ revision: 2 }), mark(first, 1), 'stale'],
    ['bars that older marks have too', item({ needsQr: true }), mark(), 'needs-qr'],
  ] as const)('%s', (_what, listed, scan, verdict) => {
    expect(judgeHandoverScan(listed, scan)).toBe(verdict)
  })

  it('is accepted once, and what turned up after all is missing no more', () => {
    const missing = decide([item()], first, { reason: 'gone', at: 'now' })
    expect(judgeHandoverScan(missing[0]!, mark())).toBe('accepted')
    const accepted = decide(missing, first, { reason: null, at: 'later' })
    expect(judgeHandoverScan(accepted[0]!, mark())).toBe('already')
    expect(accepted[0]?.decision).toEqual({ kind: 'accepted', at: 'later', nth: 2 })
  })
})

test('words are taken back last first', () => {
  const both = decide(decide([item(), parked], second, { reason: null, at: 'now' }), first, {
    reason: 'gone',
    at: 'now',
  })
  expect(undecided(both)).toBe(0)
  expect(lastDecided(both)?.code).toBe(first)
  const one = takeBack(both, first)
  expect(undecided(one)).toBe(1)
  expect(lastDecided(one)?.code).toBe(second)
  expect(lastDecided(takeBack(one, second))).toBeNull()
})

test('the list grows by what went wrong since, and keeps what was said', () => {
  const before = decide([item(), { ...parked, failed: 1 }], first, { reason: null, at: 'now' })
  const third = item({ code: cartonCode(3), kind: 'label', uncertain: 1 })
  const after = renewed(before, [{ ...item(), failed: 2, since: 'later' }, third])
  expect(after).toMatchObject([
    { code: first, failed: 2, since: 'then', decision: { kind: 'accepted' } },
    { code: second, failed: 0, decision: null },
    { code: third.code, uncertain: 1 },
  ])
})

describe('labels somebody has to see to', () => {
  const job = (
    side: number,
    copy: number,
    state: 'uncertain' | 'failed' | 'sent' | 'confirmed',
  ) => ({
    side,
    page: 1,
    copy,
    state,
  })
  test.each([
    ['one of each', [job(1, 0, 'uncertain'), job(2, 0, 'failed')], 1, 1],
    ['a copy came out', [job(1, 0, 'uncertain'), job(1, 1, 'sent')], 0, 0],
    ['the copy is uncertain too', [job(1, 0, 'uncertain'), job(1, 1, 'uncertain')], 1, 0],
    ['it was scanned back', [job(1, 0, 'confirmed'), job(1, 1, 'uncertain')], 0, 0],
  ] as const)('%s', (_what, jobs, uncertain, failed) => {
    expect(labelTroubles(jobs)).toEqual({ uncertain, failed })
  })
})
