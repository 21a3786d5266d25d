import type { OrderNo, OrderStatus, Sku } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'

/** How far this station brought an order after its last carton. */
export interface OrderClosing {
  /** Why lines are short. */
  readonly short: Readonly<Record<Sku, string>>
  readonly closedAt: string
  readonly declaredAt: string | null
  readonly refused: { readonly code: string; readonly message: string } | null
  readonly status: OrderStatus
}

export interface OrderClosings {
  find(orderNo: OrderNo): OrderClosing | null
  close(orderNo: OrderNo, short: OrderClosing['short'], at: string): void
  /** Also after a refusal: the declaration is on its way again. */
  declare(orderNo: OrderNo, at: string): void
}

interface ClosingProgress {
  readonly declaredAt: string | null
  readonly refused: string | null
  readonly acceptedAt: string | null
}

/** How far a closing has come. */
export const closingStatus = ({
  declaredAt,
  refused,
  acceptedAt,
}: ClosingProgress): OrderStatus => {
  if (declaredAt === null || refused !== null) return 'closed'
  return acceptedAt === null ? 'declared' : 'accepted'
}

export const createOrderClosings = (store: Store): OrderClosings => {
  const byOrder = store.prepare<{ orderNo: string }>()((db, param) =>
    db.selectFrom('order_closings').selectAll().where('order_no', '=', param('orderNo')),
  )
  const insert = store.prepare<{ orderNo: string; short: string; at: string }>()((db, param) =>
    db.insertInto('order_closings').values({
      order_no: param('orderNo'),
      short: param('short'),
      closed_at: param('at'),
      declared_at: null,
      refused: null,
      accepted_at: null,
    }),
  )
  const setDeclared = store.prepare<{ orderNo: string; at: string }>()((db, param) =>
    db
      .updateTable('order_closings')
      .set({ declared_at: param('at'), refused: null })
      .where('order_no', '=', param('orderNo')),
  )

  return {
    find: (orderNo) => {
      const row = byOrder.get({ orderNo })
      if (row === undefined) return null
      return {
        short: JSON.parse(row.short) as OrderClosing['short'],
        closedAt: row.closed_at,
        declaredAt: row.declared_at,
        refused: row.refused === null ? null : (JSON.parse(row.refused) as OrderClosing['refused']),
        status: closingStatus({
          declaredAt: row.declared_at,
          refused: row.refused,
          acceptedAt: row.accepted_at,
        }),
      }
    },
    close: (orderNo, short, at) => {
      insert.run({ orderNo, short: JSON.stringify(short), at })
    },
    declare: (orderNo, at) => {
      setDeclared.run({ orderNo, at })
    },
  }
}
