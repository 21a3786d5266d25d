import { z } from 'zod'
import { type BoxMarkInput, handlingMarks } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { dutyTerms, type OrderNo, type Sku, transportModes } from '#shared/domain/order.ts'
import type { Grams, Millimetres } from '#shared/domain/units.ts'
import {
  boxNoSchema,
  cartonCodeSchema,
  countrySchema,
  quantitySchema,
  referenceNoSchema,
  skuCodeSchema,
  text,
  timestampSchema,
} from './linkstar/values.ts'

const sku = skuCodeSchema.transform((value) => value as Sku)
const millimetres = z
  .int()
  .min(1)
  .max(100_000)
  .transform((value) => value as Millimetres)

const warehouseSchema = z.object({
  code: text(32),
  nameZh: text(200),
  nameEn: text(200),
  country: countrySchema,
  addressLines: z.array(text(200)).max(10),
  postcode: text(16),
  contact: text(100).exactOptional(),
  phone: text(40).exactOptional(),
})

const itemSchema = z.object({
  sku,
  fnsku: text(128).exactOptional(),
  nameZh: text(200),
  nameEn: text(200),
  quantity: quantitySchema,
})

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length

/** `BoxMarkInput` as JSON: in the print journal, and in files given to `npm run label`. */
export const boxMarkSchema = z.object({
  orderNo: referenceNoSchema.transform((value) => value as OrderNo),
  cartonCode: cartonCodeSchema.transform((value) => value as CartonCode),
  cartonNo: boxNoSchema,
  cartonTotal: boxNoSchema.exactOptional(),
  /** 0 = planned: printed before the carton was packed. */
  revision: z.int().min(0),
  warehouse: warehouseSchema,
  sellerName: text(200),
  transportMode: z.enum(transportModes),
  service: text(64),
  dutyTerms: z.enum(dutyTerms),
  fbaShipmentId: text(64).exactOptional(),
  grossWeight: z
    .int()
    .min(1)
    .max(10_000_000)
    .transform((value) => value as Grams)
    .exactOptional(),
  size: z.object({ length: millimetres, width: millimetres, height: millimetres }).exactOptional(),
  items: z
    .array(itemSchema)
    .min(1)
    .max(1000)
    .refine((items) => isUnique(items.map((item) => item.sku)), 'must not name a SKU twice'),
  dangerousGoods: z
    .array(
      z.object({
        unCode: z.string().regex(/^UN\d{4}$/, 'must be UN and four digits, e.g. UN3481'),
        packingInstruction: text(32),
      }),
    )
    .max(12),
  handling: z.array(z.enum(handlingMarks)).refine(isUnique, 'must not name a mark twice'),
  origins: z.array(countrySchema).refine(isUnique, 'must not name a country twice'),
  station: text(64),
  operator: text(64).exactOptional(),
  sealedAt: timestampSchema,
  codeOnly: z.array(sku).exactOptional(),
}) satisfies z.ZodType<BoxMarkInput>
