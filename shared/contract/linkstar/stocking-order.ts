import { z } from 'zod'
import {
  cargoClasses,
  dutyTerms,
  orderStatuses,
  packingModes,
  transportModes,
} from '#shared/domain/order.ts'
import { cartonRulesSchema } from './carton-rules.ts'
import { orderDisagreements } from './order-disagreements.ts'
import { skuSchema } from './sku.ts'
import {
  boxDetailSchema,
  boxNoSchema,
  countrySchema,
  moneySchema,
  quantitySchema,
  referenceNoSchema,
  revisionSchema,
  skuCodeSchema,
  text,
  timestampSchema,
} from './values.ts'

const sellerSchema = z.object({ code: text(64), name_zh: text(200), name_en: text(200) })

const warehouseSchema = z.object({
  code: text(32),
  name_zh: text(200),
  name_en: text(200),
  country: countrySchema,
  address_lines: z.array(text(200)).min(1).max(10),
  postcode: text(16),
  contact: text(100).exactOptional(),
  phone: text(40).exactOptional(),
})

const lineSchema = z.object({
  line_no: z.int().min(1),
  sku: skuCodeSchema,
  plan_qty: quantitySchema,
})

const plannedBoxSchema = z.object({
  box_no: boxNoSchema,
  box_type: text(64).exactOptional(),
  box_details: z.array(boxDetailSchema).min(1).max(1000),
})

export const plannedBoxesSchema = z.array(plannedBoxSchema).max(5000)

/** Stocking order 备货单 as the API tells it. Fields it does not know are ignored. */
export const stockingOrderSchema = z
  .object({
    reference_no: referenceNoSchema,
    revision: revisionSchema,
    status: z.enum(orderStatuses),
    seller: sellerSchema,
    warehouse: warehouseSchema,
    transport_type: z.enum(transportModes),
    service_code: text(64),
    duty_terms: z.enum(dutyTerms),
    cargo_classes: z.array(z.enum(cargoClasses)).max(cargoClasses.length),
    packing_mode: z.enum(packingModes),
    is_pickup: z.boolean(),
    consolidation_site: text(200).exactOptional(),
    pickup_at: timestampSchema.exactOptional(),
    plan_arrive_time: timestampSchema.exactOptional(),
    insurance: z.union([z.boolean(), z.object({ insured_value: moneySchema })]).exactOptional(),
    fba_shipment_id: text(64).exactOptional(),
    instructions: z.array(text(500)).max(50).exactOptional(),
    carton_rules: cartonRulesSchema.exactOptional(),
    lines: z.array(lineSchema).min(1).max(5000),
    planned_boxes: plannedBoxesSchema.exactOptional(),
    skus: z.array(skuSchema).min(1).max(5000),
    created_at: timestampSchema,
  })
  .superRefine((order, context) => {
    for (const { path, message } of orderDisagreements(order)) {
      context.addIssue({ code: 'custom', path: [...path], message })
    }
  })
export type WireOrder = z.infer<typeof stockingOrderSchema>
