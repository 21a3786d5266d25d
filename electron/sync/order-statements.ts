import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'

interface Line extends Record<string, string | number> {
  orderNo: string
  lineNo: number
  sku: string
  ordered: number
  surplus: number
  packed: number
  granted: number
  short: number
  info: string
}

const lineStatements = (store: Store) => ({
  lines: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .where('order_no', '=', param('orderNo'))
      .select(['line_no', 'sku', 'ordered', 'packed', 'granted', 'short', 'info'])
      .orderBy('line_no'),
  ),
  dropLines: store.prepare<{ orderNo: string }>()((db, param) =>
    db.deleteFrom('order_lines').where('order_no', '=', param('orderNo')),
  ),
  addLine: store.prepare<Line>()((db, param) =>
    db.insertInto('order_lines').values({
      order_no: param('orderNo'),
      line_no: param('lineNo'),
      sku: param('sku'),
      ordered: param('ordered'),
      surplus: param('surplus'),
      packed: param('packed'),
      granted: param('granted'),
      short: param('short'),
      info: param('info'),
    }),
  ),
})

const plannedStatements = (store: Store) => ({
  dropPlanned: store.prepare<{ orderNo: string }>()((db, param) =>
    db.deleteFrom('planned_cartons').where('order_no', '=', param('orderNo')),
  ),
  addPlanned: store.prepare<{ orderNo: string; cartonNo: number; contents: string }>()(
    (db, param) =>
      db.insertInto('planned_cartons').values({
        order_no: param('orderNo'),
        carton_no: param('cartonNo'),
        contents: param('contents'),
      }),
  ),
})

const skuStatements = (store: Store) => ({
  skuBody: store.prepare<{ sku: string }>()((db, param) =>
    db.selectFrom('skus').where('sku', '=', param('sku')).select('body'),
  ),
  writeSku: store.prepare<{ sku: string; body: string }>()((db, param) =>
    db
      .insertInto('skus')
      .values({ sku: param('sku'), body: param('body') })
      .onConflict((conflict) => conflict.column('sku').doUpdateSet({ body: param('body') })),
  ),
  dropBarcodes: store.prepare<{ sku: string }>()((db, param) =>
    db.deleteFrom('sku_barcodes').where('sku', '=', param('sku')),
  ),
  addBarcode: store.prepare<{ value: string; sku: string; kind: string; units: number }>()(
    (db, param) =>
      db
        .insertInto('sku_barcodes')
        .values({
          value: param('value'),
          sku: param('sku'),
          kind: param('kind'),
          units: param('units'),
        })
        // The same code under two kinds counts the same units: the contract sees to it.
        .onConflict((conflict) => conflict.doNothing()),
  ),
})

interface Header extends Record<string, string | number | null> {
  orderNo: string
  revision: number
  status: string
  header: string
  dueAt: string | null
  at: string
}

export const prepareOrderStatements = (store: Store) => ({
  ...lineStatements(store),
  ...plannedStatements(store),
  ...skuStatements(store),
  writeOrder: store.prepare<Header>()((db, param) => {
    const changing = {
      revision: param('revision'),
      status: param('status'),
      header: param('header'),
      due_at: param('dueAt'),
      pulled_at: param('at'),
    }
    return db
      .insertInto('orders')
      .values({ order_no: param('orderNo'), ...changing })
      .onConflict((conflict) => conflict.column('order_no').doUpdateSet(changing))
  }),
  stored: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('orders')
      .where('order_no', '=', param('orderNo'))
      .select(['revision', 'status', 'header']),
  ),
  setStatus: store.prepare<{ orderNo: string; status: string }>()((db, param) =>
    db
      .updateTable('orders')
      .set({
        status: param('status'),
        header: sql<string>`json_set(header, '$.status', ${param('status')})`,
      })
      .where('order_no', '=', param('orderNo')),
  ),
  writeRefusal: store.prepare<{ reference: string; problem: string; at: string }>()((db, param) => {
    const changing = { problem: param('problem'), at: param('at') }
    return db
      .insertInto('order_refusals')
      .values({ reference_no: param('reference'), ...changing })
      .onConflict((conflict) => conflict.column('reference_no').doUpdateSet(changing))
  }),
  dropRefusal: store.prepare<{ reference: string }>()((db, param) =>
    db.deleteFrom('order_refusals').where('reference_no', '=', param('reference')),
  ),
})

export const prepareCursorStatements = (store: Store) => ({
  cursor: store.prepare<{ feed: string }>()((db, param) =>
    db.selectFrom('sync_cursors').where('feed', '=', param('feed')).select(['cursor', 'at']),
  ),
  writeCursor: store.prepare<{ feed: string; cursor: string; at: string }>()((db, param) => {
    const changing = { cursor: param('cursor'), at: param('at') }
    return db
      .insertInto('sync_cursors')
      .values({ feed: param('feed'), ...changing })
      .onConflict((conflict) => conflict.column('feed').doUpdateSet(changing))
  }),
  dropCursor: store.prepare<{ feed: string }>()((db, param) =>
    db.deleteFrom('sync_cursors').where('feed', '=', param('feed')),
  ),
})
