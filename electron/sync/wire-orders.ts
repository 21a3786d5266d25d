import { toCartonRules, type WireOrder, type WireSku } from '#shared/contract/linkstar-api.ts'
import type { Battery, OrderNo, Sku, SkuInfo, StockingOrder } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'

// Orders and goods as the API tells them.

const textField = (wire: unknown, field: string): string | null => {
  if (typeof wire !== 'object' || wire === null) return null
  const value: unknown = Reflect.get(wire, field)
  return typeof value === 'string' ? value : null
}

/** The names that orders and SKUs have even when everything else about them is wrong. */
export const wireReference = (order: unknown): string | null => textField(order, 'reference_no')
export const wireSkuCode = (sku: unknown): string | null => textField(sku, 'sku')

const toBattery = (battery: NonNullable<WireSku['battery']>): Battery => ({
  unCode: battery.un_code,
  packingInstruction: battery.packing_instruction,
  wattHours: battery.watt_hours,
  config: battery.battery_config,
})

export const toSkuInfo = (sku: WireSku): SkuInfo => ({
  sku: sku.sku as Sku,
  nameZh: sku.name_zh,
  nameEn: sku.name_en,
  barcodes: sku.barcodes.map(({ value, kind, units }) => ({ value, kind, units })),
  ...(sku.required_barcode === undefined ? {} : { requiredBarcode: sku.required_barcode }),
  unitWeight: grams(sku.unit_weight_g),
  unitSize: {
    length: millimetres(sku.unit_size_mm.l),
    width: millimetres(sku.unit_size_mm.w),
    height: millimetres(sku.unit_size_mm.h),
  },
  declaredValue: {
    currency: sku.declared_value.currency,
    minorUnits: sku.declared_value.minor_units,
  },
  ...(sku.hs_code === undefined ? {} : { hsCode: sku.hs_code }),
  origin: sku.origin,
  cargoClass: sku.cargo_class,
  ...(sku.battery === undefined ? {} : { battery: toBattery(sku.battery) }),
  ...(sku.image_url === undefined ? {} : { imageUrl: sku.image_url }),
})

const toWarehouse = ({ contact, phone, ...warehouse }: WireOrder['warehouse']) => ({
  code: warehouse.code,
  nameZh: warehouse.name_zh,
  nameEn: warehouse.name_en,
  country: warehouse.country,
  addressLines: warehouse.address_lines,
  postcode: warehouse.postcode,
  ...(contact === undefined ? {} : { contact }),
  ...(phone === undefined ? {} : { phone }),
})

export const toStockingOrder = (order: WireOrder): StockingOrder => ({
  orderNo: order.reference_no as OrderNo,
  revision: order.revision,
  status: order.status,
  seller: {
    code: order.seller.code,
    nameZh: order.seller.name_zh,
    nameEn: order.seller.name_en,
  },
  warehouse: toWarehouse(order.warehouse),
  transportMode: order.transport_type,
  service: order.service_code,
  dutyTerms: order.duty_terms,
  cargoClasses: order.cargo_classes,
  packingMode: order.packing_mode,
  isPickup: order.is_pickup,
  ...(order.consolidation_site === undefined
    ? {}
    : { consolidationSite: order.consolidation_site }),
  ...(order.pickup_at === undefined ? {} : { pickupAt: order.pickup_at }),
  ...(order.fba_shipment_id === undefined ? {} : { fbaShipmentId: order.fba_shipment_id }),
  instructions: order.instructions ?? [],
  ...(order.carton_rules === undefined ? {} : { cartonRules: toCartonRules(order.carton_rules) }),
  lines: order.lines.map((wire) => ({
    lineNo: wire.line_no,
    sku: wire.sku as Sku,
    ordered: wire.plan_qty,
  })),
  ...(order.planned_boxes === undefined || order.planned_boxes.length === 0
    ? {}
    : {
        plannedCartons: order.planned_boxes.length,
        planned: order.planned_boxes.map(({ box_no, box_details }) => ({
          cartonNo: box_no,
          contents: box_details.map(({ sku, quantity }) => ({ sku: sku as Sku, quantity })),
        })),
      }),
  skus: order.skus.map(toSkuInfo),
  createdAt: order.created_at,
})
