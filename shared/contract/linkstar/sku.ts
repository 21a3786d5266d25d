import { z } from 'zod'
import { barcodeKinds, cargoClasses } from '#shared/domain/order.ts'
import {
  barcodeValueSchema,
  countrySchema,
  moneySchema,
  quantitySchema,
  sizeSchema,
  skuCodeSchema,
  text,
} from './values.ts'

const kinds: ReadonlySet<string> = new Set(barcodeKinds)

const barcodeSchema = z.object({
  value: barcodeValueSchema,
  kind: z.enum(barcodeKinds),
  /** Units one scan of this code stands for. */
  units: quantitySchema,
})

const batterySchema = z.object({
  un_code: z.string().regex(/^UN\d{4}$/, 'must be UN and four digits, e.g. UN3481'),
  packing_instruction: text(32),
  watt_hours: z.number().positive().max(100_000),
  battery_config: text(32),
})

export const skuSchema = z
  .object({
    sku: skuCodeSchema,
    name_zh: text(200),
    name_en: text(200),
    barcodes: z.array(barcodeSchema).max(50),
    /** A kind of barcode that every unit must bear, or the one exact code. */
    required_barcode: barcodeValueSchema.exactOptional(),
    unit_weight_g: z.int().min(1).max(1_000_000),
    unit_size_mm: sizeSchema,
    /** Customs value of one unit. */
    declared_value: moneySchema,
    hs_code: z
      .string()
      .regex(/^[0-9.]{4,16}$/, 'must be 4 to 16 digits and dots')
      .exactOptional(),
    origin: countrySchema,
    material_zh: text(200).exactOptional(),
    material_en: text(200).exactOptional(),
    purpose_zh: text(200).exactOptional(),
    purpose_en: text(200).exactOptional(),
    brand: text(100).exactOptional(),
    cargo_class: z.enum(cargoClasses),
    battery: batterySchema.exactOptional(),
    image_url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .exactOptional(),
  })
  .superRefine((sku, context) => {
    const units = new Map<string, number>()
    for (const [index, barcode] of sku.barcodes.entries()) {
      const known = units.get(barcode.value)
      if (known !== undefined && known !== barcode.units) {
        context.addIssue({
          code: 'custom',
          path: ['barcodes', index, 'units'],
          message: `the same code already stands for ${known} units`,
        })
      }
      units.set(barcode.value, barcode.units)
    }
    const required = sku.required_barcode
    if (required !== undefined && !kinds.has(required) && !units.has(required)) {
      context.addIssue({
        code: 'custom',
        path: ['required_barcode'],
        message: "must be a kind of barcode or one of the SKU's own codes",
      })
    }
  })
export type WireSku = z.infer<typeof skuSchema>
