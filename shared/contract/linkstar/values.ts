import { z } from 'zod'
import { parseCartonCode } from '#shared/domain/carton-code.ts'
import { countries } from './countries.ts'

// C0, DEL, C1, and the two Unicode line breaks: none of them may reach a label, a log line or a table.
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u

/** One line of text: 1 to `max` UTF-16 units, well-formed, without control characters, not blank. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !control.test(value), 'must not contain control characters')
    .refine((value) => value.isWellFormed(), 'must be well-formed Unicode')
    .refine((value) => value.trim() !== '', 'must not be blank')

/** Text that is compared exactly, so blanks around it would be a mistake nobody sees. */
const exactText = (max: number) =>
  text(max).refine((value) => value === value.trim(), 'must not begin or end with a blank')

export const referenceNoSchema = z
  .string()
  .regex(/^[A-Z0-9-]{1,32}$/, 'must be 1 to 32 characters of A-Z, 0-9 and -')

export const skuCodeSchema = exactText(64)
export const barcodeValueSchema = exactText(128)

/** ISO 8601 date and time with an offset or Z. */
export const timestampSchema = z.iso.datetime({
  offset: true,
  error: (issue) =>
    issue.code === 'invalid_format'
      ? 'must be an ISO 8601 date and time with an offset, e.g. 2026-11-23T09:30:00+08:00'
      : undefined,
})

/** ISO 3166-1 alpha-2. */
export const countrySchema = z
  .string()
  .refine((value) => countries.has(value), 'must be an ISO 3166-1 alpha-2 country code')

/** A count of things of which there is at least one. */
export const quantitySchema = z.int().min(1).max(1_000_000)

const millimetres = z.int().min(1).max(100_000)
export const sizeSchema = z.object({ l: millimetres, w: millimetres, h: millimetres })

export const moneySchema = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 currency code'),
  minor_units: z.int().min(0),
})

export const cartonCodeSchema = z
  .string()
  .refine(
    (value) => parseCartonCode(value) !== null,
    'must be LS, 10 digits and their ISO/IEC 7064 MOD 37,36 check character',
  )

export const boxNoSchema = z.int().min(1).max(1_000_000)
export const revisionSchema = z.int().min(1)
export const boxDetailSchema = z.object({ sku: skuCodeSchema, quantity: quantitySchema })

/** A run of numbers handed out for good: both ends belong to it. */
export const rangeSchema = z.object({ first: z.int().min(1), last: z.int().min(1) })

/** SHA-256 in lower-case hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits')

/** A name that the server gave to something: an appointment, a ticket. */
export const idSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

export const stationIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/)
export const epochSchema = z.int().min(1)
export const cursorSchema = z.string().min(1).max(200)
