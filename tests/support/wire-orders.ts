import type { z } from 'zod'
import type { stockingOrderSchema } from '#shared/contract/linkstar-api.ts'

export type OrderText = z.input<typeof stockingOrderSchema>
export type SkuText = OrderText['skus'][number]

/** A SKU as the API sends it; the defaults are an ordinary article of 400 g. */
export const wireSku = (sku: string, barcode: string, changes: Partial<SkuText> = {}): SkuText => ({
  sku,
  name_zh: `商品 ${sku}`,
  name_en: `Article ${sku}`,
  barcodes: [{ value: barcode, kind: 'ean', units: 1 }],
  unit_weight_g: 400,
  unit_size_mm: { l: 100, w: 80, h: 60 },
  declared_value: { currency: 'USD', minor_units: 450 },
  origin: 'CN',
  cargo_class: 'general',
  ...changes,
})

/** A stocking order as the API sends it, with `quantity` ordered of each SKU. */
export const wireOrder = (
  referenceNo: string,
  skus: readonly (readonly [sku: SkuText, quantity: number])[],
  changes: Partial<OrderText> = {},
): OrderText => ({
  reference_no: referenceNo,
  revision: 1,
  status: 'packing',
  seller: { code: 'HS', name_zh: '深圳汇晟', name_en: 'Huisheng Shenzhen' },
  warehouse: {
    code: 'US-LAX-02',
    name_zh: '洛杉矶',
    name_en: 'Los Angeles',
    country: 'US',
    address_lines: ['1250 Harbor Gateway Drive', 'Carson, CA'],
    postcode: '90745',
  },
  transport_type: 'air',
  service_code: 'AIR-STD',
  duty_terms: 'DDP',
  cargo_classes: ['general'],
  packing_mode: 'scan',
  is_pickup: false,
  lines: skus.map(([{ sku }, quantity], index) => ({
    line_no: index + 1,
    sku,
    plan_qty: quantity,
  })),
  skus: skus.map(([sku]) => sku),
  created_at: '2026-11-20T09:00:00+08:00',
  ...changes,
})
