import { z } from 'zod'
import { declaredCartonSchema } from './declaration.ts'
import { plannedBoxesSchema, stockingOrderSchema } from './stocking-order.ts'
import {
  boxDetailSchema,
  cartonCodeSchema,
  moneySchema,
  referenceNoSchema,
  sha256Schema,
  stationIdSchema,
  text,
  timestampSchema,
} from './values.ts'

const rightsAsked = z.object({
  reference_no: referenceNoSchema,
  /** A SKU stands in it once. */
  lines: z
    .array(boxDetailSchema)
    .min(1)
    .max(5000)
    .refine((lines) => new Set(lines.map(({ sku }) => sku)).size === lines.length, {
      message: 'a SKU stands in it twice',
    }),
})

/** What a station asks for: granted or refused, and either answer is recorded for ever. */
export const requestSchemas = {
  /** A block of carton serials that no other carton will ever bear. */
  'lease-codes': z.object({ count: z.int().min(1).max(10_000) }),
  /** A run of carton numbers of one order. */
  'lease-carton-numbers': z.object({
    reference_no: referenceNoSchema,
    count: z.int().min(1).max(1000),
  }),
  /** Rights to pack units of an order: granted as far as the pool goes, perhaps 0. */
  'grant-rights': rightsAsked,
  /** Rights that are given back: as far as the station still holds them. */
  'return-rights': rightsAsked,
  /** A supervisor says that another station will not come back: its epoch is fenced, its unspent rights return. */
  'report-station-lost': z.object({
    station_id: stationIdSchema,
    supervisor: text(100),
    reason: text(200),
  }),
  /** An order that its seller made at the station; refused when its number is another order's. */
  'import-order': z
    .object({ reference_no: referenceNoSchema, order: stockingOrderSchema })
    .refine(({ reference_no, order }) => order.reference_no === reference_no, {
      message: 'the order has another reference_no',
      path: ['order', 'reference_no'],
    }),
  /** The cartons that the seller planned for an order, in place of those planned before. */
  'plan-boxes': z.object({
    reference_no: referenceNoSchema,
    planned_boxes: plannedBoxesSchema.min(1),
  }),
  /** Every carton of a closed order; refused when it is not what the server knows. */
  'declare-order': z.object({
    reference_no: referenceNoSchema,
    cartons: z.array(declaredCartonSchema).min(1).max(5000),
  }),
  'book-pickup': z.object({
    reference_no: referenceNoSchema,
    pickup_at: timestampSchema,
    address: text(300),
    contact: text(100),
    phone: text(40),
    cartons: z.int().min(1).max(100_000),
    weight_g: z.int().min(1),
  }),
  'book-appointment': z.object({
    reference_no: referenceNoSchema,
    warehouse_code: text(32),
    plan_arrive_time: timestampSchema,
    license_plate: text(32).exactOptional(),
  }),
  /** The total as it was quoted: a quote that changed meanwhile is not paid. */
  'pay-freight': z.object({ reference_no: referenceNoSchema, total: moneySchema }),
  'open-ticket': z.object({
    reference_no: referenceNoSchema.exactOptional(),
    carton_code: cartonCodeSchema.exactOptional(),
    subject: text(200),
    /** Line breaks are allowed. */
    description: z.string().min(1).max(10_000),
    /** Hashes of documents that were put up before. */
    documents: z.array(sha256Schema).max(50).exactOptional(),
    station: text(100),
    at: timestampSchema,
  }),
} as const

export type RequestType = keyof typeof requestSchemas
export type RequestPayload<Type extends RequestType> = z.infer<(typeof requestSchemas)[Type]>
