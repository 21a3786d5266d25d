import { z } from 'zod'
import { cartonSchema } from './carton.ts'
import {
  cartonCodeSchema,
  referenceNoSchema,
  revisionSchema,
  sha256Schema,
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
} as const

export type FactType = keyof typeof factSchemas
export type FactPayload<Type extends FactType> = z.infer<(typeof factSchemas)[Type]>
