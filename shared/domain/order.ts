import type { CartonRules } from './carton-rules.ts'
import type { Brand, Grams, Money, Size } from './units.ts'

/** 1-32 characters of A-Z 0-9 -. */
export type OrderNo = Brand<string, 'OrderNo'>
/** 1-64 printable characters. */
export type Sku = Brand<string, 'Sku'>

export const cargoClasses = ['general', 'battery', 'powder', 'liquid', 'paste', 'magnetic'] as const
export type CargoClass = (typeof cargoClasses)[number]

export const transportModes = ['air', 'sea-lcl', 'sea-fcl', 'express', 'rail'] as const
export type TransportMode = (typeof transportModes)[number]

export const dutyTerms = ['DDP', 'DDU'] as const
export type DutyTerms = (typeof dutyTerms)[number]

export const barcodeKinds = ['ean', 'upc', 'gtin', 'fnsku', 'seller', 'case'] as const
export type BarcodeKind = (typeof barcodeKinds)[number]

export const packingModes = ['scan', 'planned', 'whole-case'] as const
export type PackingMode = (typeof packingModes)[number]

export const orderStatuses = [
  'draft',
  'packing',
  'closed',
  'declared',
  'accepted',
  'cancelled',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

export interface SkuBarcode {
  readonly value: string
  readonly kind: BarcodeKind
  /** Units one scan of this code stands for: 1, or the count of a factory case. */
  readonly units: number
}

export interface Battery {
  /** e.g. UN3481 */
  readonly unCode: string
  /** IATA packing instruction, e.g. PI967 */
  readonly packingInstruction: string
  readonly wattHours: number
  /** built-in, packed-with, standalone */
  readonly config: string
}

export interface SkuInfo {
  readonly sku: Sku
  readonly nameZh: string
  readonly nameEn: string
  readonly barcodes: readonly SkuBarcode[]
  /** The kind of code every unit must bear, or one exact code; any other unit code is refused. */
  readonly requiredBarcode?: string
  readonly unitWeight: Grams
  readonly unitSize: Size
  readonly declaredValue: Money
  readonly hsCode?: string
  /** ISO 3166-1 alpha-2 */
  readonly origin: string
  readonly cargoClass: CargoClass
  readonly battery?: Battery
  readonly imageUrl?: string
}

export interface Seller {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
}

/** Destination warehouse 目的仓. */
export interface Warehouse {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly addressLines: readonly string[]
  readonly postcode: string
  readonly contact?: string
  readonly phone?: string
}

export interface OrderLine {
  readonly lineNo: number
  readonly sku: Sku
  /** Units ordered, ≥ 1. */
  readonly ordered: number
}

/** A carton as the seller planned it 箱单: what is to go into it. */
export interface PlannedCarton {
  readonly cartonNo: number
  readonly contents: readonly { readonly sku: Sku; readonly quantity: number }[]
}

/** Stocking order 备货单. A SKU stands on at most one line. */
export interface StockingOrder {
  readonly orderNo: OrderNo
  readonly revision: number
  readonly status: OrderStatus
  readonly seller: Seller
  readonly warehouse: Warehouse
  readonly transportMode: TransportMode
  readonly service: string
  readonly dutyTerms: DutyTerms
  readonly cargoClasses: readonly CargoClass[]
  readonly packingMode: PackingMode
  readonly isPickup: boolean
  readonly consolidationSite?: string
  /** ISO 8601 with offset */
  readonly pickupAt?: string
  readonly fbaShipmentId?: string
  readonly instructions: readonly string[]
  readonly lines: readonly OrderLine[]
  /** What it asks of its cartons; absent where it asks for nothing. */
  readonly cartonRules?: CartonRules
  /** Number of cartons the seller planned; the total on the mark is printed only when it is known. */
  readonly plannedCartons?: number
  /** Those cartons; absent where the order is known without them. */
  readonly planned?: readonly PlannedCarton[]
  readonly skus: readonly SkuInfo[]
  /** ISO 8601 with offset */
  readonly createdAt: string
}
