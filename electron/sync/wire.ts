import {
  type CommandPayload,
  type CommandResult,
  type CommandType,
  type FactPayload,
  type FactType,
  factSchemas,
  requestSchemas,
  type WireOrder,
  type WireSku,
} from '#shared/contract/linkstar-api.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { Battery, OrderNo, Sku, SkuInfo, StockingOrder } from '#shared/domain/order.ts'
import { grams, millimetres, type Size } from '#shared/domain/units.ts'

// The one adapter between the API's names and ours, both ways. Nothing else in the station knows a wire name.

/** Carton codes (serials) or carton numbers that were granted; both ends belong to it. */
export type Lease =
  | { readonly kind: 'codes'; readonly first: number; readonly last: number }
  | {
      readonly kind: 'numbers'
      readonly orderNo: OrderNo
      readonly first: number
      readonly last: number
    }

export interface Command<Type extends CommandType = CommandType> {
  readonly type: Type
  readonly payload: CommandPayload<Type>
}

const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu

/** One line as the API takes it: a typed reason must never cost the fact that carries it. */
const line = (text: string, max: number): string =>
  text.toWellFormed().replace(controls, ' ').trim().slice(0, max).toWellFormed().trim() || '?'

const wireSize = ({ length, width, height }: Size) => ({ l: length, w: width, h: height })

const sealedPayload = (
  fact: Extract<Fact, { type: 'carton-sealed' }>,
): FactPayload<'carton-sealed'> => {
  const { carton } = fact
  const { gross, source, reason } = carton.weight
  return {
    reference_no: fact.orderNo,
    box_no: carton.cartonNo,
    carton_code: fact.code,
    revision: fact.revision,
    box_type: line(carton.boxType.id, 64),
    box_details: carton.contents.map(({ sku, quantity }) => ({ sku, quantity })),
    weight_g: gross,
    weight_source: source,
    ...(reason === undefined ? {} : { weight_reason: line(reason, 200) }),
    size_mm: wireSize(carton.boxType.size),
    station: line(fact.station, 100),
    sealed_at: fact.at,
  }
}

/** The command that tells a fact. */
export const factToCommand = (fact: Fact): Command<FactType> => {
  const told = {
    reference_no: fact.orderNo,
    carton_code: fact.code,
    revision: fact.revision,
    station: line(fact.station, 100),
    at: fact.at,
  }
  switch (fact.type) {
    case 'carton-sealed':
      return { type: fact.type, payload: sealedPayload(fact) }
    case 'carton-reopened':
    case 'carton-voided':
      return { type: fact.type, payload: { ...told, reason: line(fact.reason, 200) } }
    case 'label-printed': {
      const { side, page, copy, sha256 } = fact
      return { type: fact.type, payload: { ...told, side, page, copy, sha256 } }
    }
    case 'carton-verified':
      return { type: fact.type, payload: told }
  }
}

export const leaseCodesCommand = (count: number): Command<'lease-codes'> => ({
  type: 'lease-codes',
  payload: { count },
})

export const leaseNumbersCommand = (
  orderNo: OrderNo,
  count: number,
): Command<'lease-carton-numbers'> => ({
  type: 'lease-carton-numbers',
  payload: { reference_no: orderNo, count },
})

/** Which carton and order a stored command is about. */
export interface CommandSubject {
  readonly orderNo: OrderNo | null
  readonly code: CartonCode | null
}

/** @param payload as stored in the outbox */
export const commandSubject = (payload: string): CommandSubject => {
  const told = JSON.parse(payload) as Partial<FactPayload<'carton-sealed'>>
  return {
    orderNo: (told.reference_no ?? null) as OrderNo | null,
    code: (told.carton_code ?? null) as CartonCode | null,
  }
}

export const isLeaseRequest = (type: string): boolean => Object.hasOwn(requestSchemas, type)

/** The fact in a stored command, or null when it is a request. */
export const storedFact = (type: string, payload: string): Command | null =>
  Object.hasOwn(factSchemas, type)
    ? ({ type, payload: JSON.parse(payload) as unknown } as Command)
    : null

/** What the answer to a stored request grants, or null when it grants nothing. */
export const grantedLease = (
  type: string,
  payload: string,
  result: CommandResult,
): Lease | null => {
  if (result.status !== 'applied' || result.value === undefined) return null
  const { first, last } = result.value
  if (type === 'lease-codes') return { kind: 'codes', first, last }
  const { orderNo } = commandSubject(payload)
  return type === 'lease-carton-numbers' && orderNo !== null
    ? { kind: 'numbers', orderNo, first, last }
    : null
}

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
  lines: order.lines.map((wire) => ({
    lineNo: wire.line_no,
    sku: wire.sku as Sku,
    ordered: wire.plan_qty,
  })),
  ...(order.planned_boxes === undefined || order.planned_boxes.length === 0
    ? {}
    : { plannedCartons: order.planned_boxes.length }),
  skus: order.skus.map(toSkuInfo),
  createdAt: order.created_at,
})
