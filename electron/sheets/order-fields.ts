import { countries } from '#shared/contract/linkstar/countries.ts'
import {
  type DutyTerms,
  dutyTerms,
  type PackingMode,
  packingModes,
  type TransportMode,
  transportModes,
  type Warehouse,
} from '#shared/domain/order.ts'
import { type OrderColumnId, orderColumns, yesNo } from '#shared/domain/order-columns.ts'
import type { SheetChoice } from '#shared/domain/sheet-column.ts'
import type { WireOrder } from '#shared/contract/linkstar-api.ts'
import {
  choiceOf,
  codeOf,
  lineOf,
  linesOf,
  positiveOf,
  type ReadCell,
  shapedCode,
  wholeOf,
} from './cell-values.ts'
import type { RowReader } from './row-reader.ts'
import { wallTimeOf } from './wall-time.ts'

/** Columns that everything about an order itself stands in. */
export const headerColumns = orderColumns.filter(({ of }) => of === 'order')

export const wordsOf = (id: OrderColumnId): readonly SheetChoice[] =>
  orderColumns.find((column) => column.id === id)?.choices ?? []

export const yesOrNo = choiceOf(['yes', 'no'], yesNo)
export const countryCode = shapedCode(2, (text) => countries.has(text), 'country')

const mode: ReadCell<TransportMode> = choiceOf(transportModes, wordsOf('mode'))
const terms: ReadCell<DutyTerms> = choiceOf(dutyTerms, wordsOf('dutyTerms'))
const packing: ReadCell<PackingMode> = choiceOf(packingModes, wordsOf('packingMode'))

type Header = Omit<
  WireOrder,
  'reference_no' | 'lines' | 'skus' | 'cargo_classes' | 'planned_boxes' | 'carton_rules'
>

const namesShown = 6

const wireWarehouse = ({ contact, phone, ...known }: Warehouse): WireOrder['warehouse'] => ({
  code: known.code,
  name_zh: known.nameZh,
  name_en: known.nameEn,
  country: known.country,
  address_lines: [...known.addressLines],
  postcode: known.postcode,
  ...(contact === undefined ? {} : { contact }),
  ...(phone === undefined ? {} : { phone }),
})

const addressColumns = ['warehouseZh', 'warehouseEn', 'country', 'address', 'postcode'] as const
const readers = {
  warehouseZh: lineOf(200),
  warehouseEn: lineOf(200),
  country: countryCode,
  address: linesOf(10, 200),
  postcode: codeOf(16),
  contact: lineOf(100),
  phone: codeOf(40),
}

const readKnown = (reader: RowReader<OrderColumnId>, known: Warehouse) => {
  const told: Readonly<Record<keyof typeof readers, string>> = {
    warehouseZh: known.nameZh,
    warehouseEn: known.nameEn,
    country: known.country,
    address: known.addressLines.join('; '),
    postcode: known.postcode,
    contact: known.contact ?? '',
    phone: known.phone ?? '',
  }
  for (const id of Object.keys(readers) as (keyof typeof readers)[]) {
    const said = reader.may<string | readonly string[]>(id, readers[id])
    if (said === undefined) continue
    const text = typeof said === 'string' ? said : said.join('; ')
    if (text !== told[id]) reader.fault(id, 'warehouse-differs', { known: told[id] })
  }
  return wireWarehouse(known)
}

const readNew = (reader: RowReader<OrderColumnId>, code: string) => {
  const name_zh = reader.must('warehouseZh', readers.warehouseZh)
  const name_en = reader.must('warehouseEn', readers.warehouseEn)
  const country = reader.must('country', readers.country)
  const address_lines = reader.must('address', readers.address)
  const postcode = reader.must('postcode', readers.postcode)
  const contact = reader.may('contact', readers.contact)
  const phone = reader.may('phone', readers.phone)
  if (name_zh === undefined || name_en === undefined || country === undefined) return undefined
  if (address_lines === undefined || postcode === undefined) return undefined
  return {
    code,
    name_zh,
    name_en,
    country,
    address_lines: [...address_lines],
    postcode,
    ...(contact === undefined ? {} : { contact }),
    ...(phone === undefined ? {} : { phone }),
  }
}

/** A warehouse that is known here needs no more than its code; of a new one everything is needed. */
const readWarehouse = (
  reader: RowReader<OrderColumnId>,
  warehouses: readonly Warehouse[],
): WireOrder['warehouse'] | undefined => {
  const code = reader.must('warehouse', codeOf(32))
  if (code === undefined) return undefined
  const known = warehouses.find((one) => one.code === code)
  if (known !== undefined) return readKnown(reader, known)
  if (addressColumns.some(reader.isFilled)) return readNew(reader, code)
  const names = warehouses.slice(0, namesShown).map((one) => one.code)
  reader.fault('warehouse', 'warehouse-unknown', {
    known: `${names.join(', ')}${warehouses.length > namesShown ? '…' : ''}`,
  })
  return undefined
}

/** What it asks of its cartons, but for what stands in its lines; undefined where it asks for nothing. */
export const readCartonRules = (
  reader: RowReader<OrderColumnId>,
  keep_apart: string[][],
): WireOrder['carton_rules'] => {
  const max_skus = reader.may('maxSkus', wholeOf(1, 1000))
  const max_units = reader.may('maxUnits', wholeOf(1, 1_000_000))
  const max_kg = reader.may('maxGross', positiveOf(1000))
  const rules = {
    ...(max_skus === undefined ? {} : { max_skus }),
    ...(max_units === undefined ? {} : { max_units }),
    ...(max_kg === undefined ? {} : { max_gross_g: Math.round(max_kg * 1000) }),
    ...(keep_apart.length === 0 ? {} : { keep_apart }),
  }
  return Object.keys(rules).length === 0 ? undefined : rules
}

export interface OrderSurroundings {
  /** Known from the orders that are here. */
  readonly warehouses: readonly Warehouse[]
  /** Local time of the station with its offset. */
  readonly localTime: (at: Date) => string
  /** When the file was read. */
  readonly now: Date
}

/** What stands once in an order; undefined when any of it is wrong. */
export const readHeader = (
  reader: RowReader<OrderColumnId>,
  { warehouses, localTime, now }: OrderSurroundings,
): Header | undefined => {
  const code = reader.must('sellerCode', codeOf(64))
  const name_zh = reader.must('sellerZh', lineOf(200))
  const name_en = reader.must('sellerEn', lineOf(200))
  const warehouse = readWarehouse(reader, warehouses)
  const transport_type = reader.must('mode', mode)
  const service_code = reader.must('service', codeOf(64))
  const duty_terms = reader.must('dutyTerms', terms)
  const packing_mode = reader.may('packingMode', packing) ?? 'scan'
  const is_pickup = reader.may('isPickup', yesOrNo) === 'yes'
  const site = reader.may('site', lineOf(200))
  const time = reader.may('pickupAt', wallTimeOf)
  const fba = reader.may('fba', codeOf(64))
  const instructions = reader.may('instructions', linesOf(50, 500))
  if (code === undefined || name_zh === undefined || name_en === undefined) return undefined
  if (warehouse === undefined || transport_type === undefined) return undefined
  if (service_code === undefined || duty_terms === undefined) return undefined
  const [year, month, day, hour, minute] = time ?? []
  return {
    revision: 1,
    status: 'draft',
    seller: { code, name_zh, name_en },
    warehouse,
    transport_type,
    service_code,
    duty_terms,
    packing_mode,
    is_pickup,
    ...(site === undefined ? {} : { consolidation_site: site }),
    ...(year === undefined || month === undefined
      ? {}
      : { pickup_at: localTime(new Date(year, month - 1, day, hour, minute)) }),
    ...(fba === undefined ? {} : { fba_shipment_id: fba }),
    ...(instructions === undefined ? {} : { instructions: [...instructions] }),
    created_at: localTime(now),
  }
}
