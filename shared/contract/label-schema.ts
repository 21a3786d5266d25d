import { z } from 'zod'
import { parkPurposes } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { LabelInput } from '#shared/domain/label-input.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { palletSides } from '#shared/domain/pallet-label.ts'
import { unitConditions } from '#shared/domain/unit-label.ts'
import type { Grams } from '#shared/domain/units.ts'
import { boxMarkSchema } from './box-mark-schema.ts'
import {
  boxNoSchema,
  cartonCodeSchema,
  countrySchema,
  referenceNoSchema,
  skuCodeSchema,
  text,
  timestampSchema,
} from './linkstar/values.ts'

const orderNo = referenceNoSchema.transform((value) => value as OrderNo)
const cartonCode = cartonCodeSchema.transform((value) => value as CartonCode)

/** What a Code 128 in subset B can say. */
const barcode = (max: number) =>
  z
    .string()
    .regex(/^[!-~](?:[ -~]*[!-~])?$/, 'must be printable ASCII without blanks around it')
    .max(max)

const side = z.literal([1, 2])
const boxMarkLabelSchema = z.object({
  kind: z.literal('box-mark'),
  mark: boxMarkSchema,
  label: z.object({ side, page: z.int().min(1), copy: z.int().min(0) }),
})

const palletSchema = z.object({
  kind: z.literal('pallet'),
  palletCode: barcode(24),
  palletNo: boxNoSchema,
  palletTotal: boxNoSchema.exactOptional(),
  orderNo,
  warehouse: z.object({
    code: text(32),
    nameZh: text(200),
    nameEn: text(200),
    country: countrySchema,
  }),
  cartons: boxNoSchema,
  grossWeight: z
    .int()
    .min(1)
    .max(100_000_000)
    .transform((value) => value as Grams)
    .exactOptional(),
  side: z.literal([1, 2, 3, palletSides]),
  station: text(64),
  builtAt: timestampSchema,
})

const unitSchema = z.object({
  kind: z.literal('unit'),
  fnsku: barcode(32),
  sku: skuCodeSchema.transform((value) => value as Sku),
  name: text(200),
  condition: z.enum(unitConditions),
})

const parkingSchema = z.object({
  kind: z.literal('parking'),
  orderNo,
  cartonCode,
  cartonNo: boxNoSchema,
  units: z.int().min(0).max(1_000_000),
  purpose: z.enum(parkPurposes),
  station: text(64),
  operator: text(64).exactOptional(),
  parkedAt: timestampSchema,
})

const dots = z.int().min(-999).max(999)
const rulerSchema = z.object({
  kind: z.literal('ruler'),
  printerId: text(64),
  printerName: text(100),
  offset: z.object({ x: dots, y: dots }),
  darkness: z.int().min(-30).max(30).exactOptional(),
  speed: z.int().min(1).max(18).exactOptional(),
  station: text(64),
  printedAt: timestampSchema,
})

/** `LabelInput` as JSON: in files given to `npm run label`, and wherever a job for a printer is stored. */
export const labelSchema = z.discriminatedUnion('kind', [
  boxMarkLabelSchema,
  palletSchema,
  unitSchema,
  parkingSchema,
  rulerSchema,
]) satisfies z.ZodType<LabelInput>
