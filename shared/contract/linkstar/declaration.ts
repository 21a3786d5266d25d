import { z } from 'zod'
import {
  boxDetailSchema,
  boxNoSchema,
  cartonCodeSchema,
  revisionSchema,
  sizeSchema,
} from './values.ts'

/** A carton as it is declared: what the customs broker reads. */
export const declaredCartonSchema = z.object({
  carton_code: cartonCodeSchema,
  box_no: boxNoSchema,
  revision: revisionSchema,
  box_details: z.array(boxDetailSchema).min(1).max(1000),
  /** Gross weight in grams. */
  weight_g: z.int().min(1).max(10_000_000),
  /** Outside. */
  size_mm: sizeSchema,
})
export type DeclaredCarton = z.infer<typeof declaredCartonSchema>

/** Where a declaration and the server's own cartons disagree; a side that has no such carton is absent. */
export const declarationDifferenceSchema = z.object({
  carton_code: z.string(),
  /** `carton` when one side does not have it at all. */
  field: z.enum(['carton', 'status', 'box_no', 'revision', 'box_details', 'weight_g', 'size_mm']),
  declared: z.unknown().optional(),
  known: z.unknown().optional(),
})
export type DeclarationDifference = z.infer<typeof declarationDifferenceSchema>
