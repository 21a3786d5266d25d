import type { WireOrder, WireSku } from '#shared/contract/linkstar-api.ts'

export const wireSku = (sku: string, over: Partial<WireSku> = {}): WireSku => ({
  sku,
  name_zh: '不锈钢保温杯',
  name_en: 'Stainless steel bottle',
  barcodes: [{ value: `69${sku}`, kind: 'ean', units: 1 }],
  unit_weight_g: 350,
  unit_size_mm: { l: 80, w: 80, h: 250 },
  declared_value: { currency: 'USD', minor_units: 550 },
  origin: 'CN',
  cargo_class: 'general',
  ...over,
})

/** A valid stocking order of 10 × SKU-A and 5 × SKU-B. */
export const wireOrder = (reference_no: string, over: Partial<WireOrder> = {}): WireOrder => ({
  reference_no,
  revision: 1,
  status: 'packing',
  seller: { code: 'S1', name_zh: '深圳卖家', name_en: 'Shenzhen seller' },
  warehouse: {
    code: 'US-LAX-1',
    name_zh: '洛杉矶一号仓',
    name_en: 'Los Angeles 1',
    country: 'US',
    address_lines: ['1 Harbor Way'],
    postcode: '90001',
  },
  transport_type: 'sea-lcl',
  service_code: 'LCL-STD',
  duty_terms: 'DDP',
  cargo_classes: ['general'],
  packing_mode: 'scan',
  is_pickup: true,
  pickup_at: '2026-11-30T18:00:00+08:00',
  lines: [
    { line_no: 1, sku: 'SKU-A', plan_qty: 10 },
    { line_no: 2, sku: 'SKU-B', plan_qty: 5 },
  ],
  skus: [wireSku('SKU-A'), wireSku('SKU-B')],
  created_at: '2026-11-20T09:00:00+08:00',
  ...over,
})
