import { describe, expect, it } from 'vitest'
import { benchSnapshot, benchState } from '#tests/support/bench-views.ts'
import { fromSnapshot, receive } from './mirror.ts'

const mirror = fromSnapshot(benchSnapshot())
const changed = { sku: 'LX-SPK-BK', packed: 8, inCarton: 8, short: 0, onPallet: 0 }

describe('receive', () => {
  it('takes the next event: changed lines in, all others as they were', () => {
    const received = receive(mirror, benchState({ rev: 11, packed: 32, lines: [changed] }))
    if (received.kind !== 'next') throw new Error(received.kind)
    expect(received.mirror.progress.get('LX-SPK-BK')).toEqual(changed)
    expect(received.mirror.progress.get('LX-CBL-C2')).toBe(mirror.progress.get('LX-CBL-C2'))
    expect(received.mirror.state.packed).toBe(32)
  })

  it('keeps the lines themselves when none changed, so that no row repaints', () => {
    const received = receive(mirror, benchState({ rev: 11, lines: [] }))
    expect(received.kind === 'next' && received.mirror.progress).toBe(mirror.progress)
  })

  it('passes over what it has already', () => {
    expect(receive(mirror, benchState({ rev: 10 })).kind).toBe('old')
  })

  it.each([
    ['an event was missed', { rev: 12 }],
    ['another order was opened', { rev: 11, orderNo: 'BH2' }],
    ['the order was left', { rev: 11, orderNo: null }],
    ['the order itself was changed', { rev: 11, ordered: 300 }],
  ])('sees a gap when %s', (_what, change) => {
    expect(receive(mirror, benchState(change)).kind).toBe('gap')
  })
})
