import {
  boxBreach,
  breachText,
  type RequestPayload,
  stockingOrderSchema,
  type WireOrder,
} from '#shared/contract/linkstar-api.ts'
import { packable } from '#shared/domain/order-life.ts'
import { canonicalHash } from '#electron/command-hash/index.ts'
import type { Database } from './database.ts'
import { nextPosition } from './feed-position.ts'
import { putOrder } from './import-orders.ts'
import { type Applying, type Outcome, refusal } from './outcome.ts'
import { lockOrders } from './transact.ts'

const known = (tx: Database, referenceNo: string) =>
  tx
    .selectFrom('orders')
    .select(['revision', 'status', 'source_hash', 'body'])
    .where('reference_no', '=', referenceNo)
    .executeTakeFirst()

/** What the seller said, whenever it was said. */
const contentHash = ({ created_at: _, ...content }: WireOrder): string => canonicalHash(content)

/** Takes an order that a seller made at a station; the same order once more changes nothing. */
export const importOrder = async (
  { tx }: Applying,
  { reference_no, order }: RequestPayload<'import-order'>,
): Promise<Outcome> => {
  // Nobody else brings an order of this number meanwhile: positions are given out one by one.
  await nextPosition(tx)
  const hash = contentHash(order)
  const before = await known(tx, reference_no)
  if (before === undefined) {
    await putOrder(tx, { ...order, status: 'draft' }, undefined, hash)
    return { status: 'applied' }
  }
  return before.source_hash === hash
    ? { status: 'applied' }
    : refusal('order-exists', `${reference_no} is another order`)
}

const misfit = (order: WireOrder): Outcome | null => {
  const ordered = new Map(order.lines.map(({ sku, plan_qty }) => [sku, plan_qty]))
  const planned = new Map<string, number>()
  for (const { box_details } of order.planned_boxes ?? []) {
    const breach = boxBreach(order.carton_rules, box_details)
    if (breach !== null) return refusal('carton-rules-broken', breachText(breach))
    for (const { sku, quantity } of box_details) {
      const sum = (planned.get(sku) ?? 0) + quantity
      planned.set(sku, sum)
      const most = ordered.get(sku)
      if (most === undefined) return refusal('sku-not-in-order', `${sku} is on no line`)
      if (sum > most) return refusal('over-planned', `${sum} of ${sku} planned, ${most} ordered`)
    }
  }
  return null
}

/** Puts the seller's cartons into the order, under its next revision. */
export const planBoxes = async (
  { tx }: Applying,
  { reference_no, planned_boxes }: RequestPayload<'plan-boxes'>,
): Promise<Outcome> => {
  await lockOrders(tx, [reference_no])
  const before = await known(tx, reference_no)
  if (before === undefined) return refusal('order-unknown', `no order ${reference_no}`)
  const now = stockingOrderSchema.parse(JSON.parse(before.body))
  const { status } = now
  if (status === 'cancelled') return refusal('order-cancelled', `${reference_no} was cancelled`)
  if (!packable.has(status)) return refusal('order-not-open', `${reference_no} is ${status}`)
  const order = { ...now, planned_boxes }
  const refused = misfit(order)
  if (refused !== null) return refused
  await putOrder(tx, { ...order, revision: 1 }, before, before.source_hash)
  return { status: 'applied' }
}
