import type { BenchState } from '#shared/contract/views.ts'
import type { OrderStatus } from '#shared/domain/order.ts'

export type OverStatus = Exclude<OrderStatus, 'draft' | 'packing'>

/** How the order in hand ended; null while it takes goods. */
export const overStatus = ({ status }: Pick<BenchState, 'status'>): OverStatus | null =>
  status === null || status === 'draft' || status === 'packing' ? null : status

/** Whether another carton can begin. */
export const takesGoods = (state: BenchState): boolean =>
  overStatus(state) === null && (state.ordered === 0 || state.packed < state.ordered)
