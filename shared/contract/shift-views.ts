import { z } from 'zod'
import { handoverKinds } from '#shared/domain/shift-handover.ts'
import { feedbackSchema } from './views.ts'

const count = z.int().nonnegative()

/** A carton, or labels printed ahead, that the successor has to find. */
const shiftItemSchema = z.object({
  code: z.string(),
  orderNo: z.string(),
  cartonNo: z.int(),
  kind: z.enum(handoverKinds),
  /** Labels of which nobody knows whether they came out, and labels that did not. */
  uncertain: count,
  failed: count,
  /** ISO 8601 with offset. */
  since: z.string(),
  state: z.enum(['open', 'accepted', 'missing']),
  /** Why it is missing. */
  reason: z.string().nullable(),
})
export type ShiftItem = z.infer<typeof shiftItemSchema>

/** Handing over the shift 交班: what is in hand is accepted by whoever comes next. */
export const shiftViewSchema = z.object({
  rev: count,
  active: z
    .object({
      /** Who hands over; null where nobody signs in. */
      from: z.string().nullable(),
      startedAt: z.string(),
      items: z.array(shiftItemSchema),
      left: count,
      /** How it ends once nothing is left: by the badge of the successor, or by 装完. */
      endsBy: z.enum(['badge', 'done']),
      /** Those who may take over by name. */
      successors: z.array(z.object({ id: z.string(), name: z.string() })),
    })
    .nullable(),
  feedback: feedbackSchema.nullable(),
})
export type ShiftView = z.infer<typeof shiftViewSchema>
