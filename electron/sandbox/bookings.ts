import { randomBytes } from 'node:crypto'
import {
  type Appointment,
  type Pickup,
  type RequestPayload,
  stockingOrderSchema,
} from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { publish, published } from './feed-position.ts'
import { type Applying, type Outcome, refusal } from './outcome.ts'
import { worldTime } from './world-clock.ts'
import { schedule } from './world-events.ts'
import { readPlan } from './world-plan.ts'

/** How long the other side thinks about a booking, in seconds. */
const decisionTime = 2 * 3600

const newId = (prefix: string): string => `${prefix}-${randomBytes(6).toString('hex')}`

const bookable = async (tx: Database, referenceNo: string) => {
  const row = await tx
    .selectFrom('orders')
    .select('body')
    .where('reference_no', '=', referenceNo)
    .executeTakeFirst()
  if (row === undefined) {
    return { ok: false, refused: refusal('order-unknown', `no order ${referenceNo}`) } as const
  }
  const order = stockingOrderSchema.parse(JSON.parse(row.body))
  return order.status === 'cancelled'
    ? ({ ok: false, refused: refusal('order-cancelled', `${referenceNo} was cancelled`) } as const)
    : ({ ok: true, order } as const)
}

const passed = (time: string, now: Date): Outcome | null =>
  Date.parse(time) < now.getTime() ? refusal('time-passed', `${time} has passed`) : null

export const bookAppointment = async (
  { tx, at }: Applying,
  { reference_no, warehouse_code, plan_arrive_time }: RequestPayload<'book-appointment'>,
): Promise<Outcome> => {
  const found = await bookable(tx, reference_no)
  if (!found.ok) return found.refused
  const { code } = found.order.warehouse
  if (code !== warehouse_code)
    return refusal('warehouse-differs', `${reference_no} goes to ${code}`)
  const now = await worldTime(tx, at)
  const late = passed(plan_arrive_time, now)
  if (late !== null) return late
  const id = newId('AP')
  const appointment: Appointment = {
    appointment_id: id,
    reference_no,
    revision: 1,
    status: 'requested',
    at: now.toISOString(),
    warehouse_code,
    plan_arrive_time,
  }
  await publish(tx, id, { kind: 'appointment', appointment })
  await schedule(tx, now, decisionTime, { kind: 'decide-appointment', reference_no, id })
  return { status: 'applied', id }
}

export const bookPickup = async (
  { tx, at }: Applying,
  { reference_no, pickup_at }: RequestPayload<'book-pickup'>,
): Promise<Outcome> => {
  const found = await bookable(tx, reference_no)
  if (!found.ok) return found.refused
  const now = await worldTime(tx, at)
  const late = passed(pickup_at, now)
  if (late !== null) return late
  const id = newId('PU')
  const pickup: Pickup = {
    pickup_id: id,
    reference_no,
    revision: 1,
    status: 'requested',
    at: now.toISOString(),
    pickup_at,
  }
  await publish(tx, id, { kind: 'pickup', pickup })
  await schedule(tx, now, decisionTime, { kind: 'decide-pickup', reference_no, id })
  return { status: 'applied', id }
}

export const decideAppointment = async (tx: Database, id: string, now: Date): Promise<void> => {
  const asked = (await published(tx, 'appointment', id))?.appointment
  if (asked?.status !== 'requested') return
  const { appointment: decision } = await readPlan(tx, asked.reference_no)
  const answer =
    decision === 'confirm'
      ? { status: 'confirmed' as const, confirmed_time: asked.plan_arrive_time, dock: 'D12' }
      : { status: 'refused' as const, reason: '该时段已满 / no slot left at this time' }
  const appointment = { ...asked, ...answer, revision: asked.revision + 1, at: now.toISOString() }
  await publish(tx, id, { kind: 'appointment', appointment })
}

export const decidePickup = async (tx: Database, id: string, now: Date): Promise<void> => {
  const asked = (await published(tx, 'pickup', id))?.pickup
  if (asked?.status !== 'requested') return
  const { pickup: decision } = await readPlan(tx, asked.reference_no)
  const answer =
    decision === 'confirm'
      ? { status: 'confirmed' as const, license_plate: '粤B12345', driver: '王师傅' }
      : { status: 'refused' as const, reason: '当日无车 / no truck on that day' }
  const pickup = { ...asked, ...answer, revision: asked.revision + 1, at: now.toISOString() }
  await publish(tx, id, { kind: 'pickup', pickup })
}
