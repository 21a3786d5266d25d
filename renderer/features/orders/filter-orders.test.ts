import { describe, expect, it } from 'vitest'
import { orderSummary } from '#tests/support/bench-views.ts'
import { filterOrders, isOver, progressOf, wholeList } from './filter-orders.ts'

const refusal = { code: 'order-invalid', message: '', details: {}, retryable: false } as const
const orders = [
  orderSummary({ orderNo: 'DONE', packed: 252 }),
  orderSummary({
    orderNo: 'LATER',
    packed: 0,
    dueAt: '2026-11-30T09:00:00+08:00',
    transportMode: 'rail',
  }),
  orderSummary({
    orderNo: 'SOON',
    packed: 0,
    dueAt: '2026-11-23T09:00:00+08:00',
    sellerEn: 'Ningbo Deep Sea',
  }),
  orderSummary({ orderNo: 'BEGUN', packed: 3, dueAt: null }),
  orderSummary({ orderNo: 'NO', packed: 0, lines: 0, refused: refusal }),
  orderSummary({ orderNo: 'GONE', status: 'cancelled' }),
]
const names = (change: Partial<typeof wholeList>): readonly string[] =>
  filterOrders(orders, { ...wholeList, ...change }).shown.map(({ orderNo }) => orderNo)

describe('filterOrders', () => {
  it('puts begun orders first, then by due time; finished and cancelled ones last', () => {
    expect(names({})).toEqual(['BEGUN', 'SOON', 'LATER', 'NO', 'DONE', 'GONE'])
  })
  it('filters by progress; a refused order is still to do', () => {
    expect(names({ progress: 'to-do' })).toEqual(['SOON', 'LATER', 'NO'])
    expect(names({ progress: 'in-progress' })).toEqual(['BEGUN'])
    expect(names({ progress: 'done' })).toEqual(['DONE'])
  })
  it('finds every word anywhere, in any case', () => {
    expect(names({ text: 'deep ningbo' })).toEqual(['SOON'])
    expect(names({ text: 'us-lax 洛杉矶' })).toHaveLength(orders.length)
    expect(names({ text: 'nowhere' })).toEqual([])
  })
  it('counts what each progress filter would show', () => {
    const { counts } = filterOrders(orders, { ...wholeList, mode: 'rail' })
    expect(counts).toEqual({ all: 1, 'to-do': 1, 'in-progress': 0, done: 0 })
  })
})

describe('progressOf', () => {
  it('calls an order done when all is packed', () => {
    expect(progressOf(orderSummary({ packed: 252 }))).toBe('done')
  })
  it('tells how far a closed order is, and finds it behind the done ones', () => {
    const closed = orderSummary({ orderNo: 'C', status: 'closed' })
    const over = [
      closed,
      orderSummary({ orderNo: 'S', status: 'closed', declarationRefused: true }),
      orderSummary({ orderNo: 'D', status: 'declared' }),
      orderSummary({ orderNo: 'A', status: 'accepted' }),
    ]
    expect(over.map(progressOf)).toEqual(['closed', 'declaration-refused', 'declared', 'accepted'])
    const { shown, counts } = filterOrders(over, { ...wholeList, progress: 'done' })
    expect(shown.map(({ orderNo }) => orderNo)).toEqual(['S', 'C', 'D', 'A'])
    expect(counts.done).toBe(4)
    expect(over.every(isOver)).toBe(true)
  })
  it('leaves an order to the bench while its cartons must be packed or come apart', () => {
    expect(isOver(orderSummary({ packed: 252 }))).toBe(false)
    expect(isOver(orderSummary({ status: 'cancelled', packed: 3 }))).toBe(false)
    expect(isOver(orderSummary({ status: 'cancelled', packed: 0 }))).toBe(true)
  })
  it('goes on with an order of which only a change was refused', () => {
    expect(progressOf(orderSummary({ packed: 3, refused: refusal }))).toBe('in-progress')
  })
  it('calls an order with a finished carton begun', () => {
    expect(progressOf(orderSummary({ packed: 0, cartons: 1 }))).toBe('in-progress')
  })
})
