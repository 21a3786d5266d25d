import type { OrderSummary } from '#shared/contract/views.ts'

export type OrderProgress =
  | 'to-do'
  | 'in-progress'
  | 'done'
  | 'declaration-refused'
  | 'closed'
  | 'declared'
  | 'accepted'
  | 'refused'
  | 'cancelled'
export type ProgressFilter = 'all' | 'to-do' | 'in-progress' | 'done'
export type ModeFilter = 'all' | OrderSummary['transportMode']

export interface OrderFilter {
  readonly text: string
  readonly progress: ProgressFilter
  readonly mode: ModeFilter
}

export const wholeList: OrderFilter = { text: '', progress: 'all', mode: 'all' }

/** Where an order stands for a packer, whatever its status is called elsewhere. */
export const progressOf = (order: OrderSummary): OrderProgress => {
  if (order.status === 'closed' && order.declarationRefused) return 'declaration-refused'
  if (order.status !== 'draft' && order.status !== 'packing') return order.status
  if (order.ordered > 0 && order.packed >= order.ordered) return 'done'
  // The change was refused, not the order, where the order is here already.
  if (order.refused !== null && order.lines === 0) return 'refused'
  return order.packed > 0 || order.cartons > 0 ? 'in-progress' : 'to-do'
}

const searchable = (order: OrderSummary): string =>
  [
    order.orderNo,
    order.sellerZh,
    order.sellerEn,
    order.warehouseCode,
    order.warehouseZh,
    order.warehouseEn,
    order.country,
    order.service,
    order.transportMode,
    order.dutyTerms,
  ]
    .join('\n')
    .toLocaleLowerCase()

const matches = (order: OrderSummary, { text, mode }: OrderFilter): boolean => {
  if (mode !== 'all' && order.transportMode !== mode) return false
  const words = text
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const haystack = words.length === 0 ? '' : searchable(order)
  return words.every((word) => haystack.includes(word))
}

/** The filter behind which an order is found; a refused one still has to be done by somebody. */
const filterOf: Readonly<Record<OrderProgress, ProgressFilter>> = {
  'in-progress': 'in-progress',
  'to-do': 'to-do',
  refused: 'to-do',
  'declaration-refused': 'done',
  done: 'done',
  closed: 'done',
  declared: 'done',
  accepted: 'done',
  cancelled: 'all',
}
const inProgressFilter = (progress: OrderProgress, filter: ProgressFilter): boolean =>
  filter === 'all' || filter === filterOf[progress]

const rank: Readonly<Record<OrderProgress, number>> = {
  'in-progress': 0,
  'to-do': 1,
  refused: 2,
  'declaration-refused': 3,
  done: 4,
  closed: 5,
  declared: 6,
  accepted: 7,
  cancelled: 8,
}

/** Nothing is packed into it any more: what there is to see and to do is in its report. */
export const isOver = (order: OrderSummary): boolean =>
  order.status !== 'draft' &&
  order.status !== 'packing' &&
  // The cartons of a cancelled order have to come apart on the bench.
  (order.status !== 'cancelled' || order.packed === 0)

const dueTime = ({ dueAt }: OrderSummary): number => {
  const time = dueAt === null ? Number.NaN : new Date(dueAt).getTime()
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time
}

const compare = (one: OrderSummary, other: OrderSummary): number => {
  const byRank = rank[progressOf(one)] - rank[progressOf(other)]
  if (byRank !== 0) return byRank
  const [first, second] = [dueTime(one), dueTime(other)]
  if (first !== second) return first < second ? -1 : 1
  return one.orderNo < other.orderNo ? -1 : 1
}

export interface FilteredOrders {
  /** Begun ones first, then by due time; finished ones last, those that still need somebody before the others. */
  readonly shown: readonly OrderSummary[]
  /** How many there are behind each progress filter, with the search and the mode applied. */
  readonly counts: Readonly<Record<ProgressFilter, number>>
}

export const filterOrders = (
  orders: readonly OrderSummary[],
  filter: OrderFilter,
): FilteredOrders => {
  const found = orders.filter((order) => matches(order, filter))
  const countOf = (progress: ProgressFilter): number =>
    found.filter((order) => inProgressFilter(progressOf(order), progress)).length
  return {
    shown: found
      .filter((order) => inProgressFilter(progressOf(order), filter.progress))
      .toSorted(compare),
    counts: {
      all: countOf('all'),
      'to-do': countOf('to-do'),
      'in-progress': countOf('in-progress'),
      done: countOf('done'),
    },
  }
}
