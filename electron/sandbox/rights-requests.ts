import type { RequestPayload } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { type Applying, type Outcome, refusal } from './outcome.ts'
import { addUnspent, held, hold, lineRights } from './rights-book.ts'
import { lockOrders } from './transact.ts'

type Asked = RequestPayload<'grant-rights'>

const orderRefusal = async (tx: Database, referenceNo: string): Promise<Outcome | null> => {
  const order = await tx
    .selectFrom('orders')
    .select('status')
    .where('reference_no', '=', referenceNo)
    .executeTakeFirst()
  if (order === undefined) return refusal('order-unknown', `no order ${referenceNo}`)
  if (order.status === 'cancelled')
    return refusal('order-cancelled', `${referenceNo} was cancelled`)
  return order.status === 'draft' || order.status === 'packing'
    ? null
    : refusal('order-not-open', `${referenceNo} is ${order.status}`)
}

/**
 * Grants as much of each line as the pool holds. What the station holds from an earlier epoch comes first:
 * a disk that was lost or restored knows nothing of it.
 */
export const grantRights = async (by: Applying, asked: Asked): Promise<Outcome> => {
  const { reference_no, lines } = asked
  const refused = await orderRefusal(by.tx, reference_no)
  if (refused !== null) return refused
  const known = await lineRights(by.tx, reference_no)
  const stranger = lines.find(({ sku }) => !known.has(sku))
  if (stranger !== undefined) {
    return refusal('sku-not-in-order', `${stranger.sku} is on no line of ${reference_no}`)
  }
  const granted: { sku: string; quantity: number }[] = []
  for (const { sku, quantity } of lines) {
    const holder = { reference_no, sku, station_id: by.station.stationId }
    const { unspent, carried } = await held(by.tx, holder)
    const again = Math.min(quantity, carried)
    const fresh = Math.min(quantity - again, Math.max(0, known.get(sku)?.pool ?? 0))
    await hold(by.tx, holder, { unspent: unspent + fresh, carried: carried - again })
    granted.push({ sku, quantity: again + fresh })
  }
  return { status: 'applied', lines: granted }
}

/** Takes back as much of each line as the station holds, even of lines that are on the order no more. */
export const returnRights = async (by: Applying, asked: Asked): Promise<Outcome> => {
  const { reference_no, lines } = asked
  const returned: { sku: string; quantity: number }[] = []
  for (const { sku, quantity } of lines) {
    const holder = { reference_no, sku, station_id: by.station.stationId }
    const units = Math.min(quantity, (await held(by.tx, holder)).unspent)
    await addUnspent(by.tx, holder, -units)
    returned.push({ sku, quantity: units })
  }
  return { status: 'applied', lines: returned }
}

/** Fences the epoch of a station that will not come back; its unspent rights return to the pools. */
export const loseStation = async (
  tx: Database,
  stationId: string,
  at: string,
): Promise<boolean> => {
  const orders = await tx
    .selectFrom('rights')
    .select('reference_no')
    .distinct()
    .where('station_id', '=', stationId)
    .execute()
  await lockOrders(
    tx,
    orders.map((row) => row.reference_no),
  )
  const fenced = await tx
    .updateTable('stations')
    .set((eb) => ({ fenced_at: eb.fn.coalesce('fenced_at', eb.val(at)) }))
    .where('station_id', '=', stationId)
    .returning('station_id')
    .executeTakeFirst()
  await tx.deleteFrom('rights').where('station_id', '=', stationId).execute()
  return fenced !== undefined
}

export const reportStationLost = async (
  { tx, station, at }: Applying,
  { station_id }: RequestPayload<'report-station-lost'>,
): Promise<Outcome> => {
  if (station_id === station.stationId) {
    return refusal('own-station', 'a station that can say so is not lost')
  }
  return (await loseStation(tx, station_id, at))
    ? { status: 'applied' }
    : refusal('station-unknown', `no station ${station_id} was ever enrolled`)
}
