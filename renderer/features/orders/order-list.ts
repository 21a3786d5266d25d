import type { OrderSummary } from '#shared/contract/views.ts'

const isUnusable = ({ refused, lines }: OrderSummary): boolean => refused !== null && lines === 0
const place = (order: OrderSummary): readonly (string | number)[] => [
  isUnusable(order) ? 0 : 1,
  order.dueAt === null ? 1 : 0,
  order.dueAt ?? '',
  order.orderNo,
]

/** Orders that came in unusable first, then what is due first, as the station lists them. */
export const byPlace = (one: OrderSummary, other: OrderSummary): number => {
  const others = place(other)
  for (const [index, value] of place(one).entries()) {
    const against = others[index] ?? value
    if (value !== against) return value < against ? -1 : 1
  }
  return 0
}

/** The list with these orders as they are now. */
export const withChanges = (
  list: readonly OrderSummary[],
  changed: readonly OrderSummary[],
): readonly OrderSummary[] => {
  const anew = new Set(changed.map(({ orderNo }) => orderNo))
  return [...list.filter(({ orderNo }) => !anew.has(orderNo)), ...changed].toSorted(byPlace)
}
