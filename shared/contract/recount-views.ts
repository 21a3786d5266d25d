import { z } from 'zod'
import { feedbackSchema } from './views.ts'

const count = z.int().nonnegative()
const goods = { sku: z.string(), nameZh: z.string(), nameEn: z.string() }

const activeSchema = z.object({
  orderNo: z.string(),
  cartonCode: z.string(),
  cartonNo: z.int(),
  revision: z.int(),
  phase: z.enum(['counting', 'finished']),
  /** What was counted so far, in the order it was first scanned; never what is expected. */
  counted: z.array(z.object({ ...goods, units: count })),
  units: count,
  /** Only when finished: every SKU of the carton or of the count. */
  differences: z.array(z.object({ ...goods, expected: count, counted: count })).nullable(),
  matches: z.boolean().nullable(),
})

/** Recount 复核: a carton is counted blind and compared afterwards. */
export const recountViewSchema = z.object({
  rev: count,
  /** `LS!RECOUNT` was scanned: the next scan names the carton. */
  awaitingMark: z.boolean(),
  active: activeSchema.nullable(),
  feedback: feedbackSchema.nullable(),
})
export type RecountView = z.infer<typeof recountViewSchema>
