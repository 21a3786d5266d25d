import type { OrderNo } from '#shared/domain/order.ts'
import type { Bench, OrderBook } from '#electron/packing/index.ts'
import { afterTimeout, type DecisionDesk } from '#electron/sync/index.ts'
import { pacedNews } from './paced-news.ts'
import type { Publish } from './publish.ts'

interface OrderNewsParts {
  readonly orders: Pick<OrderBook, 'summary'>
  readonly decisions: Pick<DecisionDesk, 'list'>
  readonly bench: Pick<Bench, 'orderNo' | 'ordersChanged'>
  readonly publish: Publish
}

/** Tells the screens which orders are not as they were. */
export interface OrderNews {
  /** Something was packed of it here. */
  packed(orderNo: OrderNo): void
  /** The server changed these. */
  pulled(changed: readonly OrderNo[]): void
  /** Somebody closed it, or decided about it, and waits for the answer. */
  decided(orderNo: OrderNo): void
  /** What has not been told is told no more. */
  end(): void
}

/** Changed orders are read and sent at most so often, in milliseconds. */
const paceMs = 250

export const createOrderNews = ({
  orders,
  decisions,
  bench,
  publish,
}: OrderNewsParts): OrderNews => {
  const moved = new Set<OrderNo>()
  const news = pacedNews(afterTimeout, paceMs, () => {
    const told = [...moved].flatMap((orderNo) => orders.summary(orderNo) ?? [])
    moved.clear()
    publish('orders', told)
    publish('decisions', decisions.list())
  })
  return {
    packed: (orderNo) => {
      moved.add(orderNo)
      news.soon()
    },
    pulled: (changed) => {
      const inHand = bench.orderNo()
      if (inHand !== null && changed.includes(inHand)) bench.ordersChanged()
      for (const orderNo of changed) moved.add(orderNo)
      news.soon()
    },
    decided: (orderNo) => {
      bench.ordersChanged()
      moved.add(orderNo)
      news.now()
    },
    end: news.end,
  }
}
