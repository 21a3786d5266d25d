import type { OrderNo } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'
import type { ChangesEnvelope, SkusEnvelope } from './api-client.ts'
import type { Supplied } from './leases.ts'
import { prepareCursorStatements } from './order-statements.ts'
import { createPulledOrders, type PulledSku } from './pulled-orders.ts'

export const feeds = ['changes', 'skus'] as const
export type Feed = (typeof feeds)[number]

/** Takes pages in: what a page brings and the cursor behind it are one transaction. */
export interface Pull {
  cursor(feed: Feed): string | null
  /** Start from the beginning: the server no longer knows the cursor. */
  restart(feed: Feed): void
  /** When the changes were last saved: ISO 8601. */
  lastSavedAt(): string | null
  /** @returns the orders that changed */
  takeChanges(page: ChangesEnvelope): readonly OrderNo[]
  takeSkus(page: SkusEnvelope): readonly PulledSku[]
}

export const createPull = (
  store: Store,
  topUp: (orders: Supplied) => void,
  clock: () => Date,
): Pull => {
  const statements = prepareCursorStatements(store)
  const pulled = createPulledOrders(store, clock)

  const cursor = (feed: Feed): string | null => statements.cursor.get({ feed })?.cursor ?? null
  const save = (feed: Feed, next: string): void => {
    if (next === cursor(feed)) return
    statements.writeCursor.run({ feed, cursor: next, at: clock().toISOString() })
  }

  return {
    cursor,
    restart: (feed) => void statements.dropCursor.run({ feed }),
    lastSavedAt: () => statements.cursor.get({ feed: 'changes' })?.at ?? null,
    takeChanges: (page) =>
      store.unforced(() => {
        const orders: OrderNo[] = []
        for (const change of page.changes) {
          // Kinds that a newer server knows are not for this version.
          if (change.kind === 'order') orders.push(pulled.order(change['order']))
          const moved = change.kind === 'order-status' ? pulled.status(change) : null
          if (moved !== null) orders.push(moved)
        }
        // An idle look is the time to ask again for what was refused or lacking.
        topUp(page.more || orders.length > 0 ? orders : 'all')
        save('changes', page.cursor)
        return orders
      }),
    takeSkus: (page) =>
      store.unforced(() => {
        const skus = page.skus.map((sku) => pulled.sku(sku))
        save('skus', page.cursor)
        return skus
      }),
  }
}
