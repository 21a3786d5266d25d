import type { OrderNo } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import type { ApiClient } from './api-client.ts'
import { type ApiFailure, plainFailure } from './api-failure.ts'
import { type Feed, feeds, type Pull } from './pull.ts'
import type { PulledSku } from './pulled-orders.ts'

export interface PullListener {
  /** A page was taken in. */
  page(changedOrders: readonly OrderNo[]): void
  /** A SKU of the catalogue was taken in or left out. */
  sku(pulled: PulledSku): void
  /** There is another page. @returns why it cannot be fetched now */
  between(): Promise<ApiFailure | null>
}

const lostCursor: ReadonlySet<string | null> = new Set(['cursor-gone', 'cursor-invalid'])

const standsStill = (feed: Feed): ApiFailure =>
  plainFailure(
    new AppError('server-not-linkstar', `the ${feed} feed promises more but stands still`, {
      details: { reason: 'cursor-stands-still', feed },
      retryable: true,
    }),
  )

/** Fetches every feed to its end; null when all went well. */
export const pullFeeds = async (
  api: Pick<ApiClient, Feed>,
  pull: Pull,
  token: string,
  listener: PullListener,
): Promise<ApiFailure | null> => {
  const takePage = async (feed: Feed, cursor: string | null) => {
    if (feed === 'changes') {
      const answer = await api.changes(token, cursor)
      if (answer.ok) listener.page(pull.takeChanges(answer.value))
      return answer
    }
    const answer = await api.skus(token, cursor)
    if (!answer.ok) return answer
    for (const sku of pull.takeSkus(answer.value)) listener.sku(sku)
    listener.page([])
    return answer
  }
  const pullFeed = async (feed: Feed): Promise<ApiFailure | null> => {
    let restarted = false
    for (;;) {
      const cursor = pull.cursor(feed)
      const answer = await takePage(feed, cursor)
      if (answer.ok) {
        if (!answer.value.more) return null
        if (answer.value.cursor === cursor) return standsStill(feed)
        const failure = await listener.between()
        if (failure !== null) return failure
      } else {
        if (restarted || cursor === null || !lostCursor.has(answer.error.apiCode))
          return answer.error
        restarted = true
        pull.restart(feed)
      }
    }
  }
  for (const feed of feeds) {
    const failure = await pullFeed(feed)
    if (failure !== null) return failure
  }
  return null
}
