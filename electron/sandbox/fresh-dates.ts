import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import { localTime } from '#shared/domain/local-time.ts'
import type { Database } from './database.ts'

const dayMs = 86_400_000

/** The day that a timestamp names where it was written, in days since 1970. */
const dayOf = (timestamp: string): number => Date.parse(timestamp.slice(0, 10)) / dayMs

/** The same time of day, so many days later. */
const moved = (timestamp: string, days: number): string =>
  new Date((dayOf(timestamp) + days) * dayMs).toISOString().slice(0, 10) + timestamp.slice(10)

/** By how many days these orders were moved when they were first taken in; null before. */
const daysBefore = async (db: Database, orders: readonly WireOrder[]): Promise<number | null> => {
  for (const { reference_no, created_at } of orders) {
    const known = await db
      .selectFrom('orders')
      .select('body')
      .where('reference_no', '=', reference_no)
      .executeTakeFirst()
    if (known === undefined) continue
    return dayOf((JSON.parse(known.body) as WireOrder).created_at) - dayOf(created_at)
  }
  return null
}

/**
 * The orders as if the newest of them was made on the day before they were first taken in: orders to train with would all be
 * overdue one day. Once taken in they stay as they are.
 */
export const withFreshDates = async (
  db: Database,
  orders: readonly WireOrder[],
  now: Date,
): Promise<readonly WireOrder[]> => {
  const newest = Math.max(...orders.map(({ created_at }) => dayOf(created_at)))
  const days = (await daysBefore(db, orders)) ?? dayOf(localTime(now)) - 1 - newest
  return orders.map((order) => ({
    ...order,
    created_at: moved(order.created_at, days),
    ...(order.pickup_at === undefined ? {} : { pickup_at: moved(order.pickup_at, days) }),
    ...(order.plan_arrive_time === undefined
      ? {}
      : { plan_arrive_time: moved(order.plan_arrive_time, days) }),
  }))
}
