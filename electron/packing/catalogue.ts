import type { OrderNo, Sku, SkuInfo } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'

/** All goods the station has ever heard of, whoever's they are. */
export interface Catalogue {
  /** A SKU that one of the codes belongs to; null when none is known. */
  find(codes: readonly string[]): Sku | null
  /** Null when the SKU is in no catalogue. */
  sku(sku: Sku): SkuInfo | null
  /** A few SKUs that are not on this order. */
  strangersTo(orderNo: OrderNo): SkuInfo[]
}

export const createCatalogue = (store: Store): Catalogue => {
  const byCode = store.prepare<{ value: string }>()((db, param) =>
    db
      .selectFrom('sku_barcodes')
      .select('sku')
      .where('value', '=', param('value'))
      .orderBy('sku')
      .limit(1),
  )
  const bySku = store.prepare<{ sku: string }>()((db, param) =>
    db.selectFrom('skus').select('body').where('sku', '=', param('sku')),
  )
  const notOnOrder = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('skus')
      .select('body')
      .where('sku', 'not in', (inner) =>
        inner.selectFrom('order_lines').select('sku').where('order_no', '=', param('orderNo')),
      )
      .orderBy('sku')
      .limit(4),
  )

  return {
    find: (codes) => {
      for (const value of codes) {
        const row = byCode.get({ value })
        if (row !== undefined) return row.sku as Sku
      }
      return null
    },
    sku: (sku) => {
      const row = bySku.get({ sku })
      return row === undefined ? null : (JSON.parse(row.body) as SkuInfo)
    },
    strangersTo: (orderNo) =>
      notOnOrder.all({ orderNo }).map((row) => JSON.parse(row.body) as SkuInfo),
  }
}
