import { z } from 'zod'
import {
  boxNoSchema,
  cartonCodeSchema,
  idSchema,
  referenceNoSchema,
  revisionSchema,
  skuCodeSchema,
  text,
  timestampSchema,
} from './values.ts'

const count = z.int().min(0).max(1_000_000)

const receiptLineSchema = z.object({
  carton_code: cartonCodeSchema,
  box_no: boxNoSchema,
  sku: skuCodeSchema,
  /** Shipped. */
  plan_qty: count,
  /** Counted at the warehouse's dock. */
  received_qty: count,
  /** On the shelf and for sale; 0 until the goods are shelved. */
  putaway_qty: count,
  /** Missing, damaged or too many. */
  exception_qty: count,
  exception_reason: text(200).exactOptional(),
})
export type ReceiptLine = z.infer<typeof receiptLineSchema>

/** One batch of an order as the warehouse received it 签收; told anew, with a higher revision, when it is shelved. */
export const receiptSchema = z.object({
  receipt_id: idSchema,
  reference_no: referenceNoSchema,
  revision: revisionSchema,
  /** From 1. */
  batch: z.int().min(1),
  batches: z.int().min(1),
  status: z.enum(['received', 'shelved']),
  at: timestampSchema,
  lines: z.array(receiptLineSchema).min(1).max(100_000),
})
export type Receipt = z.infer<typeof receiptSchema>
