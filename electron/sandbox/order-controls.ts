import { stockingOrderSchema, type WireOrder } from '#shared/contract/linkstar-api.ts'
import { ApiFailure } from './api-failure.ts'
import type { Database } from './database.ts'
import { putOrder } from './import-orders.ts'
import { setOrderStatus } from './order-life.ts'
import { lockOrders, transact } from './transact.ts'
import { worldTime } from './world-clock.ts'

const known = async (tx: Database, referenceNo: string) => {
  await lockOrders(tx, [referenceNo])
  const row = await tx
    .selectFrom('orders')
    .select(['revision', 'source_hash', 'body'])
    .where('reference_no', '=', referenceNo)
    .executeTakeFirst()
  if (row === undefined) throw new ApiFailure('not-found', `no order ${referenceNo}`)
  return row
}

/** The seller changes an order: another body under the next revision. @throws ApiFailure not-found, invalid-input */
export const amendOrder = (
  db: Database,
  referenceNo: string,
  order: WireOrder,
): Promise<WireOrder> => {
  if (order.reference_no !== referenceNo) {
    throw new ApiFailure('invalid-input', `the body is order ${order.reference_no}`)
  }
  return transact(db, async (tx) => {
    const before = await known(tx, referenceNo)
    // The seed file is as it was: only when it changes it speaks again.
    return putOrder(tx, { ...order, revision: 1 }, before, before.source_hash)
  })
}

/** @throws ApiFailure not-found */
export const cancelOrder = (
  db: Database,
  referenceNo: string,
  reason: string,
  at: string,
): Promise<WireOrder> =>
  transact(db, async (tx) => {
    const before = await known(tx, referenceNo)
    const order = stockingOrderSchema.parse(JSON.parse(before.body))
    const cancelled: WireOrder = { ...order, status: 'cancelled' }
    const served = await putOrder(tx, cancelled, before, before.source_hash)
    const now = (await worldTime(tx, at)).toISOString()
    await setOrderStatus(tx, referenceNo, 'cancelled', { at: now, reason })
    return served
  })
