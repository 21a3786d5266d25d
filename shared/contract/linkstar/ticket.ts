import { z } from 'zod'
import {
  cartonCodeSchema,
  idSchema,
  referenceNoSchema,
  revisionSchema,
  text,
  timestampSchema,
} from './values.ts'

/** A ticket 工单 and what was answered to it. */
export const ticketSchema = z.object({
  ticket_id: idSchema,
  revision: revisionSchema,
  status: z.enum(['open', 'answered', 'closed']),
  subject: text(200),
  reference_no: referenceNoSchema.exactOptional(),
  carton_code: cartonCodeSchema.exactOptional(),
  replies: z
    .array(z.object({ at: timestampSchema, author: text(100), message: text(2000) }))
    .max(1000),
  at: timestampSchema,
})
export type Ticket = z.infer<typeof ticketSchema>
