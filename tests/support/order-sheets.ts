import Papa from 'papaparse'
import { writeXlsx } from 'hucre/xlsx'
import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import { type OrderColumnId, orderColumns, packingColumns } from '#shared/domain/order-columns.ts'
import type { OrderText } from './wire-orders.ts'

/** What people type, by column. */
export type TypedRow = Readonly<Partial<Record<OrderColumnId, string | number | boolean | Date>>>
type Typed = string | number | boolean | Date | null

const barcode = (sku: OrderText['skus'][number], ...kinds: readonly string[]) =>
  sku.barcodes.find(({ kind }) => kinds.includes(kind))

const decimal = (minor: number): string =>
  `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`

const whole = (value: number | undefined): string | undefined => value?.toString()

const kilograms = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(value / 1000)

/** The group of SKUs that never share a carton with this one. */
const groupOf = (order: OrderText | WireOrder, sku: string): string | undefined => {
  const groups = order.carton_rules?.keep_apart ?? []
  const index = groups.findIndex((group) => group.includes(sku))
  return index === -1 ? undefined : `group ${index}`
}

/** A full row for each line of an order, as a seller would type it. */
export const typedRows = (order: OrderText | WireOrder): readonly TypedRow[] =>
  order.lines.map(({ sku: code, plan_qty }) => {
    const sku = order.skus.find((one) => one.sku === code)
    if (sku === undefined) throw new Error(`${code} is not described`)
    const { seller, warehouse } = order
    const [unit, own, fnsku, box] = [
      barcode(sku, 'ean', 'upc', 'gtin'),
      barcode(sku, 'seller'),
      barcode(sku, 'fnsku'),
      barcode(sku, 'case'),
    ]
    const row: Partial<Record<OrderColumnId, Typed | undefined>> = {
      orderNo: order.reference_no,
      sku: code,
      quantity: String(plan_qty),
      sellerCode: seller.code,
      sellerZh: seller.name_zh,
      sellerEn: seller.name_en,
      warehouse: warehouse.code,
      mode: order.transport_type,
      service: order.service_code,
      dutyTerms: order.duty_terms,
      packingMode: order.packing_mode,
      isPickup: order.is_pickup ? '是' : 'No',
      site: order.consolidation_site,
      fba: order.fba_shipment_id,
      instructions: order.instructions?.join('; '),
      maxSkus: whole(order.carton_rules?.max_skus),
      maxUnits: whole(order.carton_rules?.max_units),
      maxGross: kilograms(order.carton_rules?.max_gross_g),
      apart: groupOf(order, code),
      warehouseZh: warehouse.name_zh,
      warehouseEn: warehouse.name_en,
      country: warehouse.country,
      address: warehouse.address_lines.join(';'),
      postcode: warehouse.postcode,
      contact: warehouse.contact,
      phone: warehouse.phone,
      nameZh: sku.name_zh,
      nameEn: sku.name_en,
      barcode: unit?.value,
      sellerBarcode: own?.value,
      fnsku: fnsku?.value,
      mustBearFnsku: sku.required_barcode === 'fnsku' ? 'yes' : undefined,
      caseBarcode: box?.value,
      caseUnits: box === undefined ? undefined : String(box.units),
      weight: String(sku.unit_weight_g),
      length: String(sku.unit_size_mm.l),
      width: String(sku.unit_size_mm.w),
      height: String(sku.unit_size_mm.h),
      value: decimal(sku.declared_value.minor_units),
      currency: sku.declared_value.currency,
      origin: sku.origin,
      cargoClass: sku.cargo_class,
      hsCode: sku.hs_code,
      unCode: sku.battery?.un_code,
      packingInstruction: sku.battery?.packing_instruction,
      wattHours: sku.battery === undefined ? undefined : String(sku.battery.watt_hours),
      batteryConfig: sku.battery?.battery_config,
      materialZh: sku.material_zh,
      materialEn: sku.material_en,
      purposeZh: sku.purpose_zh,
      purposeEn: sku.purpose_en,
      brand: sku.brand,
      image: sku.image_url,
    }
    return Object.fromEntries(
      Object.entries(row).filter(([, value]) => value !== undefined),
    ) as TypedRow
  })

export const headingsOf = (language: 'zh' | 'en' = 'zh'): readonly string[] =>
  orderColumns.map((column) => column[language])

/** Headings and rows of an order sheet. */
export const orderSheet = (
  rows: readonly TypedRow[],
  language: 'zh' | 'en' = 'zh',
): readonly (readonly Typed[])[] => [
  headingsOf(language),
  ...rows.map((row) => orderColumns.map(({ id }) => row[id] ?? null)),
]

/** Headings and rows of a packing list: order, carton, SKU, quantity. */
export const packingSheet = (
  rows: readonly (readonly Typed[])[],
): readonly (readonly Typed[])[] => [packingColumns.map(({ zh }) => zh), ...rows]

export const asXlsx = (sheet: readonly (readonly Typed[])[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Sheet1', rows: sheet.map((row) => [...row]) }] })

export const csvText = (sheet: readonly (readonly Typed[])[], delimiter = ','): string =>
  Papa.unparse(
    sheet.map((row) => row.map((value) => (value === null ? '' : String(value)))),
    { delimiter },
  )

export const asCsv = (sheet: readonly (readonly Typed[])[]): Uint8Array =>
  new TextEncoder().encode(csvText(sheet))
