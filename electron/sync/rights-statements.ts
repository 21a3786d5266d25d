import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'

const held = sql<number>`order_lines.granted - order_lines.packed`
/** Units that nobody finds here are wanted by nobody here. */
const open = sql<number>`order_lines.ordered - order_lines.granted - order_lines.short`
/** As the index of open lines says it. */
const isOpen = sql<boolean>`order_lines.ordered > order_lines.granted and ${open} > 0`
/** The server knows nothing of these units yet: to it they are granted and not packed. */
const inOpenCartons = sql<number>`(select coalesce(sum(carton_contents.quantity), 0)
  from carton_contents join cartons on cartons.code = carton_contents.code
  where cartons.order_no = order_lines.order_no and cartons.state = 'open'
    and carton_contents.sku = order_lines.sku)`
const packableOrder = sql<boolean>`orders.status in ('draft', 'packing')
  and not exists (select 1 from order_closings where order_closings.order_no = orders.order_no)`

export const prepareRightsStatements = (store: Store) => ({
  line: store.prepare<{ orderNo: string; sku: string }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .where('order_no', '=', param('orderNo'))
      .where('sku', '=', param('sku'))
      .select([held.as('held'), open.as('open')]),
  ),
  low: store.prepare<{ orderNo: string; low: number }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .innerJoin('orders', 'orders.order_no', 'order_lines.order_no')
      .where('order_lines.order_no', '=', param('orderNo'))
      .where(packableOrder)
      .where(held, '<=', param('low'))
      .where(isOpen)
      .select(['order_lines.sku', open.as('open')])
      .orderBy('order_lines.line_no'),
  ),
  lowOrders: store.prepare<{ low: number }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .innerJoin('orders', 'orders.order_no', 'order_lines.order_no')
      .where(packableOrder)
      .where(held, '<=', param('low'))
      .where(isOpen)
      .select('order_lines.order_no as orderNo')
      .distinct()
      .orderBy('order_lines.order_no'),
  ),
  over: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('orders')
      .where('order_no', '=', param('orderNo'))
      .where(sql<boolean>`not (${packableOrder})`)
      .select('order_no'),
  ),
  unspent: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .where('order_no', '=', param('orderNo'))
      .where(held, '>', 0)
      .select(['sku', held.as('held')])
      .orderBy('line_no'),
  ),
  letGo: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .updateTable('order_lines')
      .set((eb) => ({ granted: eb.ref('packed') }))
      .where('order_no', '=', param('orderNo'))
      .where(held, '>', 0),
  ),
  unspentOf: store.prepare<{ orderNo: string; sku: string }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .where('order_no', '=', param('orderNo'))
      .where('sku', '=', param('sku'))
      .select(held.as('held')),
  ),
  setShort: store.prepare<{ orderNo: string; sku: string; short: number; returned: number }>()(
    (db, param) =>
      db
        .updateTable('order_lines')
        .set((eb) => ({ short: param('short'), granted: eb('granted', '-', param('returned')) }))
        .where('order_no', '=', param('orderNo'))
        .where('sku', '=', param('sku')),
  ),
  found: store.prepare<{ orderNo: string; sku: string }>()((db, param) =>
    db
      .updateTable('order_lines')
      .set({ short: 0 })
      .where('order_no', '=', param('orderNo'))
      .where('sku', '=', param('sku'))
      .where('short', '>', 0),
  ),
  burn: store.prepare()((db) =>
    db.updateTable('order_lines').set((eb) => ({ granted: eb('packed', '-', inOpenCartons) })),
  ),
  add: store.prepare<{ orderNo: string; sku: string; quantity: number }>()((db, param) =>
    db
      .updateTable('order_lines')
      .set((eb) => ({ granted: eb('granted', '+', param('quantity')) }))
      .where('order_no', '=', param('orderNo'))
      .where('sku', '=', param('sku')),
  ),
})
