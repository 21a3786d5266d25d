import { z } from 'zod'
import {
  idSchema,
  moneySchema,
  referenceNoSchema,
  revisionSchema,
  text,
  timestampSchema,
} from './values.ts'

export const milestoneCodes = [
  'received',
  'departed',
  'arrived',
  'clearing',
  'signed',
  'exception',
] as const

/** A milestone 轨迹节点 of an order on its way. */
export const milestoneSchema = z.object({
  milestone_id: idSchema,
  reference_no: referenceNoSchema,
  code: z.enum(milestoneCodes),
  at: timestampSchema,
  location: text(200).exactOptional(),
  note_zh: text(500).exactOptional(),
  note_en: text(500).exactOptional(),
  /** Until when an exception must be answered; later it is decided without the seller. */
  respond_by: timestampSchema.exactOptional(),
})
export type Milestone = z.infer<typeof milestoneSchema>

const bookingStatuses = ['requested', 'confirmed', 'refused'] as const
const booking = {
  reference_no: referenceNoSchema,
  /** Grows with every change of this booking. */
  revision: revisionSchema,
  status: z.enum(bookingStatuses),
  at: timestampSchema,
  /** Why it was refused. */
  reason: text(500).exactOptional(),
}

/** A slot at the destination warehouse 入仓预约. */
export const appointmentSchema = z.object({
  appointment_id: idSchema,
  ...booking,
  warehouse_code: text(32),
  plan_arrive_time: timestampSchema,
  /** The slot that was given; it need not be the one asked for. */
  confirmed_time: timestampSchema.exactOptional(),
  dock: text(32).exactOptional(),
})
export type Appointment = z.infer<typeof appointmentSchema>

/** A truck that fetches the cartons. */
export const pickupSchema = z.object({
  pickup_id: idSchema,
  ...booking,
  pickup_at: timestampSchema,
  license_plate: text(32).exactOptional(),
  driver: text(100).exactOptional(),
})
export type Pickup = z.infer<typeof pickupSchema>

const feeSchema = z.object({
  /** freight, customs, handling, storage, or one that a newer server knows. */
  fee_type: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  amount: moneySchema,
})

/** What an order's transport costs, and whether it is paid. All fees are in the currency of the total. */
export const freightSchema = z.object({
  reference_no: referenceNoSchema,
  revision: revisionSchema,
  status: z.enum(['quoted', 'paid']),
  fees: z.array(feeSchema).min(1).max(50),
  total: moneySchema,
  /** Known once it is paid. */
  tracking_no: text(64).exactOptional(),
  at: timestampSchema,
})
export type Freight = z.infer<typeof freightSchema>
