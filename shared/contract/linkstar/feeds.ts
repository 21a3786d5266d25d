import { z } from 'zod'
import { changeSchema } from './changes.ts'
import { skuSchema } from './sku.ts'
import { cursorSchema } from './values.ts'

export const defaultPageSize = 50
export const maxPageSize = 200

export const feedQuerySchema = z.object({
  /** Absent: from the beginning. */
  cursor: cursorSchema.exactOptional(),
  limit: z.coerce.number<string>().int().min(1).max(maxPageSize).default(defaultPageSize),
})

/** What changed after the cursor, in the order in which it happened. */
export const changesPageSchema = z.object({
  changes: z.array(changeSchema),
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
