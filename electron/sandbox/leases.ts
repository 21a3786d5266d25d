import type { RequestPayload } from '#shared/contract/linkstar-api.ts'
import { maxCartonSerial } from '#shared/domain/carton-code.ts'
import { type Applying, type Outcome, refusal } from './outcome.ts'

/** Hands out the next block of carton serials; no serial is ever handed out twice. */
export const leaseCodes = async (
  { tx, station, at }: Applying,
  { count }: RequestPayload<'lease-codes'>,
): Promise<Outcome> => {
  const taken = await tx
    .updateTable('server')
    .set((eb) => ({ next_serial: eb('next_serial', '+', count) }))
    .where('next_serial', '<=', maxCartonSerial - count + 1)
    .returning('next_serial')
    .executeTakeFirst()
  if (taken === undefined) return refusal('codes-exhausted', 'no carton serials are left')
  const first = taken.next_serial - count
  const last = taken.next_serial - 1
  await tx
    .insertInto('code_leases')
    .values({ first, last, station_id: station.stationId, epoch: station.epoch, at })
    .execute()
  return { status: 'applied', value: { first, last } }
}

const mostCartons = 1_000_000

/** Hands out the next run of an order's carton numbers. */
export const leaseCartonNumbers = async (
  { tx, station, at }: Applying,
  { reference_no, count }: RequestPayload<'lease-carton-numbers'>,
): Promise<Outcome> => {
  const order = await tx
    .selectFrom('orders')
    .select('status')
    .where('reference_no', '=', reference_no)
    .executeTakeFirst()
  if (order === undefined) return refusal('order-unknown', `no order ${reference_no}`)
  if (order.status === 'cancelled') {
    return refusal('order-cancelled', `${reference_no} was cancelled`)
  }
  const { leased } = await tx
    .selectFrom('number_leases')
    .where('reference_no', '=', reference_no)
    .select((eb) => eb.fn.max<number | null>('last').as('leased'))
    .executeTakeFirstOrThrow()
  const first = (leased ?? 0) + 1
  const last = first + count - 1
  if (last > mostCartons) return refusal('numbers-exhausted', `${reference_no} has no numbers left`)
  await tx
    .insertInto('number_leases')
    .values({ reference_no, first, last, station_id: station.stationId, epoch: station.epoch, at })
    .execute()
  return { status: 'applied', value: { first, last } }
}
