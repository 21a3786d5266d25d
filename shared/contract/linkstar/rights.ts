import { z } from 'zod'
import { skuCodeSchema } from './values.ts'

/** Rights to pack units, as they were granted or given back: never more than was asked, and it may be 0. */
export const rightsLinesSchema = z
  .array(z.object({ sku: skuCodeSchema, quantity: z.int().min(0).max(1_000_000) }))
  .max(5000)
