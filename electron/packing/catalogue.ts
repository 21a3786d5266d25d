import type { OrderNo, Sku, SkuInfo } from '#shared/domain/order.ts'
import type { GoodsMatch } from '#shared/domain/pack-session.ts'
import type { Store } from '#electron/store/index.ts'

export interface Catalogue {
  /** The SKU that one of the candidate codes belongs to; SKUs of the order that still lack units win. */
  match(
    candidates: readonly string[],
    wanted: (sku: Sku) => 'open' | 'full' | 'foreign',
  ): GoodsMatch
  /** Null when the SKU is in no catalogue. */
  sku(sku: Sku): SkuInfo | null
  /** A few SKUs that are not on this order. */
  strangersTo(orderNo: OrderNo): SkuInfo[]
}

export const createCatalogue = (store: Store): Catalogue => {
  const byCode = store.prepare<{ value: string }>()((db, param) =>
    db
      .selectFrom('sku_barcodes')
      .select(['value', 'sku', 'kind', 'units'])
      .where('value', '=', param('value'))
      .orderBy('sku'),
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
    match: (candidates, wanted) => {
      const found = candidates.flatMap((value) => byCode.all({ value }))
      const rank = { open: 0, full: 1, foreign: 2 } as const
      const best = found
        .map((row) => ({ row, place: wanted(row.sku as Sku) }))
        .toSorted((a, b) => rank[a.place] - rank[b.place])[0]
      if (best === undefined) return { kind: 'unknown' }
      const { sku, value, kind, units } = best.row
      return best.place === 'foreign'
        ? { kind: 'elsewhere', sku: sku as Sku }
        : { kind: 'line', sku: sku as Sku, barcode: { value, kind, units } }
    },
    sku: (sku) => {
      const row = bySku.get({ sku })
      return row === undefined ? null : (JSON.parse(row.body) as SkuInfo)
    },
    strangersTo: (orderNo) =>
      notOnOrder.all({ orderNo }).map((row) => JSON.parse(row.body) as SkuInfo),
  }
}
