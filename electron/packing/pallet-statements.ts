import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'

const newestScan = sql<number>`(select coalesce(max(id), 0) from scans)`

/** What is read and written of pallets and the cartons on them. */
export const preparePalletStatements = (store: Store) => ({
  /** The current one, and the one that was current before it. */
  newest: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('pallets')
      .selectAll()
      .where('order_no', '=', param('orderNo'))
      .orderBy('turn', 'desc')
      .limit(2),
  ),
  numbers: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('pallets')
      .select(({ fn }) => fn.max('pallet_no').as('last'))
      .where('order_no', '=', param('orderNo')),
  ),
  byLabel: store.prepare<{ label: string }>()((db, param) =>
    db.selectFrom('pallets').selectAll().where('label', '=', param('label')),
  ),
  count: store.prepare<{ pallet: number }>()((db, param) =>
    db
      .selectFrom('pallet_cartons')
      .select(({ fn }) => fn.countAll<number>().as('cartons'))
      .where('pallet', '=', param('pallet')),
  ),
  bySku: store.prepare<{ pallet: number }>()((db, param) =>
    db
      .selectFrom('pallet_cartons')
      .innerJoin('carton_contents', 'carton_contents.code', 'pallet_cartons.code')
      .select(({ fn }) => ['carton_contents.sku', fn.countAll<number>().as('cartons')])
      .where('pallet_cartons.pallet', '=', param('pallet'))
      .groupBy('carton_contents.sku'),
  ),
  /** Of the carton that was put on it last. */
  lastOn: store.prepare<{ pallet: number }>()((db, param) =>
    db
      .selectFrom('carton_contents')
      .select('sku')
      .where('code', '=', (row) =>
        row
          .selectFrom('pallet_cartons')
          .select('code')
          .where('pallet', '=', param('pallet'))
          .orderBy('id', 'desc')
          .limit(1),
      )
      .limit(2),
  ),
  ofCarton: store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('pallet_cartons')
      .innerJoin('pallets', 'pallets.id', 'pallet_cartons.pallet')
      .select(['pallets.pallet_no', 'pallets.label', 'pallet_cartons.put_at'])
      .where('pallet_cartons.code', '=', param('code')),
  ),
  ofOrder: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('pallet_cartons')
      .innerJoin('pallets', 'pallets.id', 'pallet_cartons.pallet')
      .select(['pallet_cartons.code', 'pallets.pallet_no'])
      .where('pallets.order_no', '=', param('orderNo')),
  ),
  /** A scan that packed something into a carton of the order, or verified one. */
  packedSince: store.prepare<{ orderNo: string; since: number }>()((db, param) =>
    db
      .selectFrom('scans')
      .select('id')
      .where('id', '>', param('since'))
      .where('order_no', '=', param('orderNo'))
      .where('outcome', 'in', ['accepted', 'carton-verified'])
      .where('undone', '=', 0)
      .limit(1),
  ),
  begin: store.prepare<{
    orderNo: string
    palletNo: number
    label: string | null
    operator: string | null
    at: string
  }>()((db, param) =>
    db.insertInto('pallets').values((row) => ({
      order_no: param('orderNo'),
      pallet_no: param('palletNo'),
      label: param('label'),
      operator: param('operator'),
      begun_at: param('at'),
      turn: row
        .selectFrom('pallets as others')
        .where('others.order_no', '=', param('orderNo'))
        .select(({ eb, fn, val }) => eb(fn.coalesce(fn.max('turn'), val(0)), '+', 1).as('next')),
      after_scan: newestScan,
    })),
  ),
  take: store.prepare<{ orderNo: string; palletNo: number }>()((db, param) =>
    db
      .updateTable('pallets')
      .set((row) => ({
        turn: row
          .selectFrom('pallets as others')
          .where('others.order_no', '=', param('orderNo'))
          .select(({ eb, fn, val }) => eb(fn.coalesce(fn.max('turn'), val(0)), '+', 1).as('next')),
        label_came_last: 0,
        after_scan: newestScan,
      }))
      .where('order_no', '=', param('orderNo'))
      .where('pallet_no', '=', param('palletNo')),
  ),
  label: store.prepare<{ orderNo: string; palletNo: number; label: string | null; last: number }>()(
    (db, param) =>
      db
        .updateTable('pallets')
        .set({ label: param('label'), label_came_last: param('last'), after_scan: newestScan })
        .where('order_no', '=', param('orderNo'))
        .where('pallet_no', '=', param('palletNo')),
  ),
  drop: store.prepare<{ orderNo: string; palletNo: number }>()((db, param) =>
    db
      .deleteFrom('pallets')
      .where('order_no', '=', param('orderNo'))
      .where('pallet_no', '=', param('palletNo')),
  ),
  put: store.prepare<{ code: string; pallet: number; at: string }>()((db, param) =>
    db.insertInto('pallet_cartons').values({
      code: param('code'),
      pallet: param('pallet'),
      put_at: param('at'),
    }),
  ),
  remove: store.prepare<{ code: string }>()((db, param) =>
    db.deleteFrom('pallet_cartons').where('code', '=', param('code')),
  ),
})
