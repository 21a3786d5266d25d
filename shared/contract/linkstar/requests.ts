import { z } from 'zod'
import { referenceNoSchema } from './values.ts'

/** What a station asks for: granted or refused, and either answer is recorded for ever. */
export const requestSchemas = {
  /** A block of carton serials that no other carton will ever bear. */
  'lease-codes': z.object({ count: z.int().min(1).max(10_000) }),
  /** A run of carton numbers of one order. */
  'lease-carton-numbers': z.object({
    reference_no: referenceNoSchema,
    count: z.int().min(1).max(1000),
  }),
} as const

export type RequestType = keyof typeof requestSchemas
export type RequestPayload<Type extends RequestType> = z.infer<(typeof requestSchemas)[Type]>
