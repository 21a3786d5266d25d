import type { Database } from './database.ts'
import { lineRights } from './rights-book.ts'
import { readConsistently } from './transact.ts'

/** The bounded counter of every order line: pool + unspent + spent = ordered. */
export const rightsReport = (db: Database) =>
  readConsistently(db, async (tx) => {
    const orders = await tx
      .selectFrom('orders')
      .select('reference_no')
      .orderBy('reference_no')
      .execute()
    const lines = []
    for (const { reference_no } of orders) {
      for (const [sku, { ordered, pool, unspent, spent }] of await lineRights(tx, reference_no)) {
        const granted = [...unspent].map(([station_id, quantity]) => ({ station_id, quantity }))
        lines.push({ reference_no, sku, ordered, pool, granted, spent })
      }
    }
    return { lines }
  })
