import { z } from 'zod'
import { cartonSchema } from './carton.ts'
import { largestDocument } from './documents.ts'
import {
  boxDetailSchema,
  cartonCodeSchema,
  referenceNoSchema,
  revisionSchema,
  sha256Schema,
  skuCodeSchema,
  text,
  timestampSchema,
} from './values.ts'

const told = {
  reference_no: referenceNoSchema,
  carton_code: cartonCodeSchema,
  revision: revisionSchema,
  station: text(100),
  operator: text(100).exactOptional(),
  at: timestampSchema,
}
const reason = text(200)
const count = z.int().min(0).max(1_000_000)

export const exceptionKinds = ['short', 'damaged', 'put-back', 'extra', 'wrong-item'] as const
export const recountOutcomes = ['agrees', 'reopened', 'left-as-is'] as const

/** What a station tells: always accepted, flagged when odd. */
export const factSchemas = {
  'carton-sealed': cartonSchema,
  /** `revision` is the new one. */
  'carton-reopened': z.object({ ...told, reason }),
  'carton-voided': z.object({ ...told, reason }),
  'label-printed': z.object({
    ...told,
    side: z.union([z.literal(1), z.literal(2)]),
    page: z.int().min(1).max(1000),
    /** 0 is the original. */
    copy: z.int().min(0).max(10_000),
    /** Of the bytes sent to the printer. */
    sha256: sha256Schema,
  }),
  /** The whole mark set was scanned back. */
  'carton-verified': z.object(told),
  /** A blind recount 复核 of a sealed carton. Each SKU that was counted or expected and is not as it should be differs. */
  'carton-recounted': z.object({
    ...told,
    counts: z.array(boxDetailSchema).max(1000),
    differences: z.array(z.object({ sku: skuCodeSchema, packed: count, counted: count })).max(1000),
    outcome: z.enum(recountOutcomes),
  }),
  /** Goods are not as the order expects: nobody finds them, they are broken, went back to the shelf, are too many, or others. */
  'goods-exception': z.object({
    reference_no: referenceNoSchema,
    kind: z.enum(exceptionKinds),
    /** Absent where nobody knows the code. */
    sku: skuCodeSchema.exactOptional(),
    /** What was scanned. */
    scanned: text(64).exactOptional(),
    quantity: z.int().min(1).max(1_000_000),
    station: text(100),
    operator: text(100).exactOptional(),
    at: timestampSchema,
  }),
  /** A photo of a `goods-exception`, which is named as it was told; the bytes come as the document of this hash. */
  'exception-photo': z.object({
    reference_no: referenceNoSchema,
    kind: z.enum(exceptionKinds),
    sku: skuCodeSchema.exactOptional(),
    scanned: text(64).exactOptional(),
    /** `at` of the exception. */
    noted_at: timestampSchema,
    sha256: sha256Schema,
    /** How many. */
    bytes: z.int().min(1).max(largestDocument),
    station: text(100),
    operator: text(100).exactOptional(),
    taken_at: timestampSchema,
  }),
  /** Nothing more is packed. A line that is not complete is named with the reason. */
  'order-closed': z.object({
    reference_no: referenceNoSchema,
    short_lines: z
      .array(z.object({ sku: skuCodeSchema, plan_qty: count, packed_qty: count, reason }))
      .max(5000),
    station: text(100),
    operator: text(100).exactOptional(),
    at: timestampSchema,
  }),
  /** The server changed or cancelled an order that is packed here in part, and it goes on as it was packed. */
  'order-change-declined': z.object({
    reference_no: referenceNoSchema,
    /** Of the server's order. */
    revision: revisionSchema,
    change: z.enum(['amended', 'cancelled']),
    station: text(100),
    operator: text(100).exactOptional(),
    at: timestampSchema,
  }),
} as const

export type FactType = keyof typeof factSchemas
export type FactPayload<Type extends FactType> = z.infer<(typeof factSchemas)[Type]>
