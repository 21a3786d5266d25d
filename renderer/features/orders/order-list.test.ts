import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OrderSummary } from '#shared/contract/views.ts'
import { byPlace, withChanges } from './order-list.ts'

const order = (
  orderNo: string,
  dueAt: string | null,
  more: Partial<OrderSummary> = {},
): OrderSummary => ({
  orderNo,
  dueAt,
  status: 'packing',
  sellerZh: '',
  sellerEn: '',
  warehouseCode: '',
  warehouseZh: '',
  warehouseEn: '',
  country: 'US',
  transportMode: 'air',
  service: '',
  dutyTerms: 'DDP',
  cargoClasses: [],
  lines: 1,
  ordered: 1,
  packed: 0,
  cartons: 0,
  declarationRefused: false,
  refused: null,
  ...more,
})
const refused = { code: 'order-invalid', message: '', details: {}, retryable: false } as const
const numbers = (list: readonly OrderSummary[]) => list.map(({ orderNo }) => orderNo)

it('puts what came in unusable first, then what is due first, then what is never due', () => {
  const list = [
    order('A', null),
    order('C', '2026-11-25'),
    order('B', '2026-11-25'),
    order('D', '2026-11-24'),
    order('Z', null, { lines: 0, refused }),
    // Here already: only the change to it was refused.
    order('E', '2026-11-23', { refused }),
  ]
  expect(numbers(list.toSorted(byPlace))).toEqual(['Z', 'E', 'D', 'B', 'C', 'A'])
})

it('is the list as it would be read anew', () => {
  const any = fc.record({
    orderNo: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    dueAt: fc.constantFrom(null, '2026-11-24', '2026-11-25'),
    lines: fc.nat(1),
    refused: fc.constantFrom(null, refused),
  })
  const some = fc.uniqueArray(any, { selector: ({ orderNo }) => orderNo })
  fc.assert(
    fc.property(some, some, (before, changed) => {
      const made = (all: typeof before) => all.map((one) => order(one.orderNo, one.dueAt, one))
      const now = new Map([...made(before), ...made(changed)].map((one) => [one.orderNo, one]))
      expect(withChanges(made(before).toSorted(byPlace), made(changed))).toEqual(
        [...now.values()].toSorted(byPlace),
      )
    }),
  )
})
