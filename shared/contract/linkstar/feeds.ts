import { z } from 'zod'
import { skuSchema } from './sku.ts'
import { stockingOrderSchema } from './stocking-order.ts'
import { cursorSchema } from './values.ts'

export const defaultPageSize = 50
export const maxPageSize = 200

export const feedQuerySchema = z.object({
  /** Absent: from the beginning. */
  cursor: cursorSchema.exactOptional(),
  limit: z.coerce.number<string>().int().min(1).max(maxPageSize).default(defaultPageSize),
})

const orderChangeSchema = z.object({ kind: z.literal('order'), order: stockingOrderSchema })

/** Each order that changed after the cursor, once, as it is now. */
export const changesPageSchema = z.object({
  changes: z.array(z.discriminatedUnion('kind', [orderChangeSchema])),
  cursor: cursorSchema,
  /** Another page can be fetched at once. */
  more: z.boolean(),
})
export type ChangesPage = z.infer<typeof changesPageSchema>

/**
 * What a station parses first: each change is judged by itself afterwards, so that one bad order
 * or a kind it does not know yet never blocks the feed.
 */
export const changesEnvelopeSchema = z.object({
  changes: z.array(z.looseObject({ kind: z.string() })),
  cursor: cursorSchema,
  more: z.boolean(),
})

export const skusPageSchema = z.object({
  skus: z.array(skuSchema),
  cursor: cursorSchema,
  more: z.boolean(),
})
export type SkusPage = z.infer<typeof skusPageSchema>

/** As `changesEnvelopeSchema`: each SKU is parsed by itself. */
export const skusEnvelopeSchema = z.object({
  skus: z.array(z.unknown()),
  cursor: cursorSchema,
  more: z.boolean(),
})
