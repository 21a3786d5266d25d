import { decideAppointment, decidePickup } from './bookings.ts'
import type { Database } from './database.ts'
import { quoteFreight } from './freight.ts'
import { passMilestone } from './milestones.ts'
import { setOrderStatus } from './order-life.ts'
import { receiveBatch, shelveBatch } from './receipts.ts'
import { replyToTicket } from './tickets.ts'
import { lockOrders, transact } from './transact.ts'
import { worldTime } from './world-clock.ts'
import { type WorldEvent, worldEventSchema } from './world-events.ts'

const orderStatus = async (tx: Database, referenceNo: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('orders')
      .select('status')
      .where('reference_no', '=', referenceNo)
      .executeTakeFirst()
  )?.status

const acceptOrder = async (tx: Database, referenceNo: string, now: Date): Promise<void> => {
  if ((await orderStatus(tx, referenceNo)) !== 'declared') return
  await setOrderStatus(tx, referenceNo, 'accepted', { at: now.toISOString() })
  await quoteFreight(tx, referenceNo, now)
}

const happen = async (tx: Database, event: WorldEvent, now: Date): Promise<void> => {
  switch (event.kind) {
    case 'accept-order':
      return acceptOrder(tx, event.reference_no, now)
    case 'decide-appointment':
      return decideAppointment(tx, event.id, now)
    case 'decide-pickup':
      return decidePickup(tx, event.id, now)
    case 'pass-milestone': {
      const { reference_no, code } = event
      await passMilestone(tx, { reference_no, code }, now)
      return undefined
    }
    case 'receive-batch':
      return receiveBatch(tx, event.reference_no, event, now)
    case 'shelve-batch':
      return shelveBatch(tx, event.id, now)
    case 'answer-ticket': {
      const reply = { message: '已受理,正在核实 / Received, we are looking into it', close: false }
      await replyToTicket(tx, event.id, reply, now)
      return undefined
    }
  }
}

/** Lets everything happen that is due by the world's clock, in its order and each thing once. @param at ISO 8601 */
export const runWorld = async (db: Database, at: string): Promise<void> => {
  for (;;) {
    const now = await worldTime(db, at)
    const due = await db
      .selectFrom('world_events')
      .select(['event_id', 'due_at', 'body'])
      .where('due_at', '<=', now.getTime())
      .orderBy('due_at')
      .orderBy('event_id')
      .executeTakeFirst()
    if (due === undefined) return
    const event = worldEventSchema.parse(JSON.parse(due.body))
    await transact(db, async (tx) => {
      if ('reference_no' in event) await lockOrders(tx, [event.reference_no])
      const { numDeletedRows } = await tx
        .deleteFrom('world_events')
        .where('event_id', '=', due.event_id)
        .executeTakeFirstOrThrow()
      // None when another server was faster.
      if (numDeletedRows > 0n) await happen(tx, event, new Date(due.due_at))
    })
  }
}
