import type { ExceptionKind, GoodsException } from '#shared/domain/goods-exception.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'

/** What goods did otherwise than their order expects. Writes run in the caller's transaction. */
export interface GoodsExceptions {
  /** @returns its id */
  add(exception: GoodsException): number
  /** Oldest first. */
  ofOrder(orderNo: OrderNo): readonly (GoodsException & { readonly id: number })[]
}

export const createGoodsExceptions = (store: Store): GoodsExceptions => {
  const insert = store.prepare<{
    orderNo: string
    kind: string
    sku: string | null
    text: string
    units: number
    operator: string | null
    at: string
  }>()((db, param) =>
    db.insertInto('goods_exceptions').values({
      order_no: param('orderNo'),
      kind: param('kind'),
      sku: param('sku'),
      text: param('text'),
      units: param('units'),
      operator: param('operator'),
      at: param('at'),
    }),
  )
  const byOrder = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('goods_exceptions')
      .selectAll()
      .where('order_no', '=', param('orderNo'))
      .orderBy('id'),
  )
  return {
    add: ({ orderNo, kind, sku, text, units, operator, at }) =>
      insert.run({ orderNo, kind, sku, text, units, operator, at }).insertedId,
    ofOrder: (orderNo) =>
      byOrder.all({ orderNo }).map((row) => ({
        id: row.id,
        orderNo,
        kind: row.kind as ExceptionKind,
        sku: row.sku as Sku | null,
        text: row.text,
        units: row.units,
        operator: row.operator,
        at: row.at,
      })),
  }
}
