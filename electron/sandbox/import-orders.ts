import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import { canonicalHash } from '#electron/command-hash/index.ts'
import type { Database } from './database.ts'
import { nextPosition } from './feed-position.ts'
import { lockOrders, transact } from './transact.ts'

const importSkus = async (tx: Database, order: WireOrder): Promise<void> => {
  for (const sku of order.skus) {
    const body = JSON.stringify(sku)
    const known = await tx
      .selectFrom('skus')
      .select('body')
      .where('sku', '=', sku.sku)
      .executeTakeFirst()
    if (known?.body === body) continue
    const row = { position: await nextPosition(tx), body }
    await tx
      .insertInto('skus')
      .values({ sku: sku.sku, ...row })
      .onConflict((conflict) => conflict.column('sku').doUpdateSet(row))
      .execute()
  }
}

/** Puts an order onto the feed as its next revision, whatever revision it says itself. */
export const putOrder = async (
  tx: Database,
  order: WireOrder,
  known: { readonly revision: number } | undefined,
  source_hash: string,
): Promise<WireOrder> => {
  const revision = Math.max(order.revision, known === undefined ? 1 : known.revision + 1)
  const served = { ...order, revision }
  const row = {
    revision,
    status: order.status,
    source_hash,
    position: await nextPosition(tx),
    body: JSON.stringify(served),
    carton_rules: order.carton_rules === undefined ? null : JSON.stringify(order.carton_rules),
  }
  await tx
    .insertInto('orders')
    .values({ reference_no: order.reference_no, ...row })
    .onConflict((conflict) => conflict.column('reference_no').doUpdateSet(row))
    .execute()
  await tx.deleteFrom('order_lines').where('reference_no', '=', order.reference_no).execute()
  for (const { sku, plan_qty } of order.lines) {
    const line = { reference_no: order.reference_no, sku, plan_qty }
    await tx.insertInto('order_lines').values(line).execute()
  }
  await importSkus(tx, order)
  return served
}

const importOrder = async (tx: Database, order: WireOrder): Promise<void> => {
  const source_hash = canonicalHash(order)
  await lockOrders(tx, [order.reference_no])
  const known = await tx
    .selectFrom('orders')
    .select(['revision', 'source_hash'])
    .where('reference_no', '=', order.reference_no)
    .executeTakeFirst()
  if (known?.source_hash === source_hash) return
  await putOrder(tx, order, known, source_hash)
}

/** Puts new and changed orders on the feeds; each order whole or not at all. */
export const importOrders = async (db: Database, orders: readonly WireOrder[]): Promise<void> => {
  for (const order of orders) {
    await transact(db, (tx) => importOrder(tx, order))
  }
}
