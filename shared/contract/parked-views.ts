import { z } from 'zod'
import { parkPurposes } from '#shared/domain/carton.ts'

/** A carton off the bench before it has its marks, found again by the scan of its temporary label. */
export const parkedCartonSchema = z.object({
  code: z.string(),
  orderNo: z.string(),
  cartonNo: z.int(),
  units: z.int().nonnegative(),
  skus: z.int().nonnegative(),
  box: z.object({ nameZh: z.string(), nameEn: z.string() }),
  purpose: z.enum(parkPurposes),
  operator: z.string().nullable(),
  /** ISO 8601 with offset. */
  parkedAt: z.string(),
  /** Of the temporary label: printing, on paper as far as the printer said, or it did not come out. */
  label: z.enum(['due', 'printed', 'failed']),
})
export type ParkedCarton = z.infer<typeof parkedCartonSchema>
