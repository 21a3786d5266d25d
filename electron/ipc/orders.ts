import type { OrderNo } from '#shared/domain/order.ts'
import type { DecisionView } from '#shared/contract/order-views.ts'
import type { OrderBook, OrderDesk } from '#electron/packing/index.ts'
import type { RequestHandlers } from './register.ts'

type OrderRequest = Extract<keyof RequestHandlers, `orders.${string}` | `decisions.${string}`>

interface OrderHandlerParts {
  readonly orders: Pick<OrderBook, 'list'>
  readonly desk: OrderDesk
  readonly decisions: () => DecisionView[]
  readonly resolve: RequestHandlers['decisions.resolve']
  /** It was closed or declared. */
  readonly changed: (orderNo: OrderNo) => void
}

export const orderHandlers = ({
  orders,
  desk,
  decisions,
  resolve,
  changed,
}: OrderHandlerParts): Pick<RequestHandlers, OrderRequest> => ({
  'orders.list': orders.list,
  'orders.report': (orderNo) => desk.report(orderNo as OrderNo),
  'orders.close': ({ orderNo, short }) => {
    desk.close(orderNo as OrderNo, short)
    changed(orderNo as OrderNo)
  },
  'orders.declare': (orderNo) => {
    desk.declare(orderNo as OrderNo)
    changed(orderNo as OrderNo)
  },
  'decisions.list': decisions,
  'decisions.resolve': resolve,
})
