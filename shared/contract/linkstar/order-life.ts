import { z } from 'zod'
import { orderStatuses } from '#shared/domain/order.ts'
import { referenceNoSchema, revisionSchema, text, timestampSchema } from './values.ts'

/** An order went on in its life: draft → packing → closed → declared → accepted, or was cancelled. */
export const orderStatusSchema = z.object({
  reference_no: referenceNoSchema,
  /** Of the order whose status this is. */
  revision: revisionSchema,
  status: z.enum(orderStatuses),
  at: timestampSchema,
  reason: text(500).exactOptional(),
})
export type OrderStatusNews = z.infer<typeof orderStatusSchema>
