import { z } from 'zod'
import { cartonStates } from '#shared/domain/carton.ts'
import { errorShapeSchema } from './views.ts'

const count = z.int().nonnegative()
const names = { nameZh: z.string(), nameEn: z.string() }

const foundCartonSchema = z.object({
  code: z.string(),
  orderNo: z.string(),
  cartonNo: z.int(),
  state: z.enum([...cartonStates, 'planned']),
  gross: z.int().nullable(),
  sealedAt: z.string().nullable(),
})
export type FoundCarton = z.infer<typeof foundCartonSchema>

/** What a code belongs to; `more`: there are others. */
export const foundSchema = z.object({
  /** What was looked for, cleaned and cut for display. */
  text: z.string(),
  /** The one carton that the code names. */
  exact: z.string().nullable(),
  cartons: z.object({ rows: z.array(foundCartonSchema), more: z.boolean() }),
  orders: z.object({
    rows: z.array(z.object({ orderNo: z.string(), cartons: count })),
    more: z.boolean(),
  }),
  goods: z.object({
    rows: z.array(
      z.object({
        sku: z.string(),
        ...names,
        cartons: z.array(foundCartonSchema.extend({ quantity: count })),
        more: z.boolean(),
      }),
    ),
    more: z.boolean(),
  }),
})
export type FoundView = z.infer<typeof foundSchema>

/** 查找: while it is open, scans only look things up. */
export const lookupViewSchema = z.object({
  rev: count,
  isOpen: z.boolean(),
  /** Whose page is shown. */
  cartonCode: z.string().nullable(),
  /** The answer to the last scan that looked something up. */
  asked: z
    .object({
      /** A new one means a new answer. */
      seq: count,
      text: z.string(),
      found: foundSchema.nullable(),
      problem: errorShapeSchema.nullable(),
    })
    .nullable(),
})
export type LookupView = z.infer<typeof lookupViewSchema>
