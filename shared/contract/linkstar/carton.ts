import { z } from 'zod'
import { weightSources } from '#shared/domain/carton.ts'
import {
  boxDetailSchema,
  boxNoSchema,
  cartonCodeSchema,
  referenceNoSchema,
  revisionSchema,
  sizeSchema,
  text,
  timestampSchema,
} from './values.ts'

/** A sealed carton as a station tells it. A SKU stands in it once. */
export const cartonSchema = z
  .object({
    reference_no: referenceNoSchema,
    box_no: boxNoSchema,
    carton_code: cartonCodeSchema,
    revision: revisionSchema,
    box_type: text(64).exactOptional(),
    box_details: z.array(boxDetailSchema).min(1).max(1000),
    /** Gross weight in grams. */
    weight_g: z.int().min(1).max(10_000_000),
    weight_source: z.enum(weightSources),
    weight_reason: text(200).exactOptional(),
    /** Outside. */
    size_mm: sizeSchema,
    station: text(100),
    operator: text(100).exactOptional(),
    /** A supervisor let goods in without rights: taken, and flagged. */
    rights_exception: z.object({ supervisor: text(100), reason: text(200) }).exactOptional(),
    sealed_at: timestampSchema,
  })
  .superRefine((carton, context) => {
    const seen = new Set<string>()
    for (const [index, { sku }] of carton.box_details.entries()) {
      if (seen.has(sku)) {
        const path = ['box_details', index, 'sku']
        context.addIssue({ code: 'custom', path, message: `${sku} stands in the carton twice` })
      }
      seen.add(sku)
    }
  })
export type WireCarton = z.infer<typeof cartonSchema>
