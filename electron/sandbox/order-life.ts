import {
  type FactPayload,
  type OrderStatusNews,
  stockingOrderSchema,
} from '#shared/contract/linkstar-api.ts'
import type { OrderStatus } from '#shared/domain/order.ts'
import type { Database } from './database.ts'
import { publish } from './feed-position.ts'
import type { Applying, Flag } from './outcome.ts'
import { lineRights } from './rights-book.ts'
import { worldTime } from './world-clock.ts'

/** Moves an order on in its life and tells it. The order itself keeps its revision and its place on the feed. */
export const setOrderStatus = async (
  tx: Database,
  referenceNo: string,
  status: OrderStatus,
  news: Pick<OrderStatusNews, 'at' | 'reason'>,
): Promise<void> => {
  const { body } = await tx
    .selectFrom('orders')
    .select('body')
    .where('reference_no', '=', referenceNo)
    .executeTakeFirstOrThrow()
  const order = { ...stockingOrderSchema.parse(JSON.parse(body)), status }
  await tx
    .updateTable('orders')
    .set({ status, body: JSON.stringify(order) })
    .where('reference_no', '=', referenceNo)
    .execute()
  const told = { reference_no: referenceNo, revision: order.revision, status, ...news }
  await publish(tx, referenceNo, { kind: 'order-status', order_status: told })
}

type Closed = FactPayload<'order-closed'>

const shortFlags = async ({ tx, station }: Applying, closed: Closed): Promise<readonly Flag[]> => {
  const told = new Map(closed.short_lines.map((line) => [line.sku, line.packed_qty]))
  const lines = [...(await lineRights(tx, closed.reference_no))]
  const wrong = lines.filter(([sku, { ordered, spent }]) => (told.get(sku) ?? ordered) !== spent)
  const elsewhere = lines.filter(([, { unspent }]) =>
    [...unspent.keys()].some((holder) => holder !== station.stationId),
  )
  const names = (found: typeof lines) => found.map(([sku]) => sku).join(', ')
  const flags: Flag[] = []
  if (wrong.length > 0) {
    flags.push({ code: 'short-lines-differ', message: `packed otherwise: ${names(wrong)}` })
  }
  if (elsewhere.length > 0) {
    const message = `other stations may pack ${names(elsewhere)}`
    flags.push({ code: 'rights-outstanding', message })
  }
  return flags
}

export const orderClosed = async (by: Applying, closed: Closed): Promise<readonly Flag[]> => {
  const { reference_no } = closed
  const order = await by.tx
    .selectFrom('orders')
    .select('status')
    .where('reference_no', '=', reference_no)
    .executeTakeFirst()
  if (order === undefined) return [{ code: 'order-unknown', message: `no order ${reference_no}` }]
  if (order.status !== 'draft' && order.status !== 'packing') {
    return [{ code: 'order-not-open', message: `${reference_no} is ${order.status}` }]
  }
  const flags = await shortFlags(by, closed)
  const at = (await worldTime(by.tx, by.at)).toISOString()
  await setOrderStatus(by.tx, reference_no, 'closed', { at })
  return flags
}

/** Nothing changes by it, but somebody has to talk to the seller. */
export const orderChangeDeclined = async (
  { tx }: Applying,
  { reference_no, change, revision }: FactPayload<'order-change-declined'>,
): Promise<readonly Flag[]> => {
  const order = await tx
    .selectFrom('orders')
    .select('revision')
    .where('reference_no', '=', reference_no)
    .executeTakeFirst()
  if (order === undefined) return [{ code: 'order-unknown', message: `no order ${reference_no}` }]
  const message = `${reference_no} goes on as packed, although revision ${revision} was ${change}`
  return [{ code: 'change-declined', message }]
}
