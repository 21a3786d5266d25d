import { z } from 'zod'
import { orderStatusSchema } from './order-life.ts'
import { receiptSchema } from './receipt.ts'
import { stockingOrderSchema } from './stocking-order.ts'
import { ticketSchema } from './ticket.ts'
import { appointmentSchema, freightSchema, milestoneSchema, pickupSchema } from './transport.ts'

/**
 * Everything the feed of changes tells, by kind. A client passes by the kinds it does not know.
 * What changes, such as an order or a booking, stands on the feed once, as it is now.
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), order: stockingOrderSchema }),
  z.object({ kind: z.literal('order-status'), order_status: orderStatusSchema }),
  z.object({ kind: z.literal('milestone'), milestone: milestoneSchema }),
  z.object({ kind: z.literal('receipt'), receipt: receiptSchema }),
  z.object({ kind: z.literal('appointment'), appointment: appointmentSchema }),
  z.object({ kind: z.literal('pickup'), pickup: pickupSchema }),
  z.object({ kind: z.literal('freight'), freight: freightSchema }),
  z.object({ kind: z.literal('ticket'), ticket: ticketSchema }),
])
export type Change = z.infer<typeof changeSchema>
