import { isGtin } from '#shared/domain/barcode.ts'
import { cargoClasses } from '#shared/domain/order.ts'
import { type OrderColumnId, orderColumns } from '#shared/domain/order-columns.ts'
import type { WireSku } from '#shared/contract/linkstar-api.ts'
import {
  choiceOf,
  codeOf,
  decimalText,
  lineOf,
  positiveOf,
  shapedCode,
  wholeOf,
} from './cell-values.ts'
import { countryCode, wordsOf, yesOrNo } from './order-fields.ts'
import type { RowReader } from './row-reader.ts'

/** Columns that everything about a SKU stands in. */
export const goodsColumns = orderColumns.filter(({ of }) => of === 'sku')

type Reader = RowReader<OrderColumnId>
type Barcode = WireSku['barcodes'][number]

const gtin = shapedCode(14, isGtin, 'check-digit')
const ownCode = codeOf(128)
const kinds: Readonly<Record<number, Barcode['kind']>> = {
  8: 'ean',
  12: 'upc',
  13: 'ean',
  14: 'gtin',
}
const currencies = new Set(Intl.supportedValuesOf('currency'))
const currency = shapedCode(3, (text) => currencies.has(text), 'currency')
const hsCode = shapedCode(16, (text) => /^[0-9.]{4,16}$/.test(text), 'hs-code')
const unCode = shapedCode(6, (text) => /^UN\d{4}$/.test(text), 'un-code')
const webAddress = shapedCode(
  2000,
  (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
  'web-address',
)
const cargoClass = choiceOf(cargoClasses, wordsOf('cargoClass'))

const headingOf = (id: OrderColumnId) => {
  const column = orderColumns.find((one) => one.id === id)
  return { columnZh: column?.zh ?? '', columnEn: column?.en ?? '' }
}

/** Of columns that belong together: what is filled asks for what is not. */
const needTogether = (reader: Reader, ids: readonly OrderColumnId[]): void => {
  const filled = ids.find(reader.isFilled)
  if (filled === undefined) return
  for (const id of ids) {
    if (!reader.isFilled(id)) reader.fault(id, 'needs-column', headingOf(filled))
  }
}

const readBarcodes = (reader: Reader): readonly Barcode[] => {
  const barcode = reader.may('barcode', gtin)
  const own = reader.may('sellerBarcode', ownCode)
  const fnsku = reader.may('fnsku', ownCode)
  const caseCode = reader.may('caseBarcode', ownCode)
  const caseUnits = reader.may('caseUnits', wholeOf(1, 1_000_000))
  needTogether(reader, ['caseBarcode', 'caseUnits'])
  const unitCodes = ['barcode', 'sellerBarcode', 'fnsku'] as const
  if (!unitCodes.some(reader.isFilled)) reader.fault('barcode', 'missing')
  return [
    ...(barcode === undefined
      ? []
      : [{ value: barcode, kind: kinds[barcode.length] ?? 'gtin', units: 1 }]),
    ...(own === undefined ? [] : [{ value: own, kind: 'seller' as const, units: 1 }]),
    ...(fnsku === undefined ? [] : [{ value: fnsku, kind: 'fnsku' as const, units: 1 }]),
    ...(caseCode === undefined || caseUnits === undefined
      ? []
      : [{ value: caseCode, kind: 'case' as const, units: caseUnits }]),
  ]
}

/** Two columns of one SKU must not hold the same code. */
const tellTwice = (reader: Reader, barcodes: readonly Barcode[]): void => {
  const columns = { seller: 'sellerBarcode', fnsku: 'fnsku', case: 'caseBarcode' } as const
  const seen = new Set<string>()
  for (const { value, kind } of barcodes) {
    if (seen.has(value)) {
      const id =
        kind === 'seller' || kind === 'fnsku' || kind === 'case' ? columns[kind] : 'barcode'
      reader.fault(id, 'repeated', { row: reader.row + 1 })
    }
    seen.add(value)
  }
}

const readBattery = (reader: Reader, isBattery: boolean): WireSku['battery'] => {
  const un_code = reader.may('unCode', unCode)
  const packing_instruction = reader.may('packingInstruction', codeOf(32))
  const watt_hours = reader.may('wattHours', positiveOf(100_000))
  const battery_config = reader.may('batteryConfig', lineOf(32))
  const ids = ['unCode', 'packingInstruction', 'wattHours', 'batteryConfig'] as const
  needTogether(reader, isBattery ? ['cargoClass', ...ids] : ids)
  if (un_code === undefined || packing_instruction === undefined) return undefined
  if (watt_hours === undefined || battery_config === undefined) return undefined
  return { un_code, packing_instruction, watt_hours, battery_config }
}

/** Minor units of a price, without rounding. */
const readMoney = (reader: Reader): WireSku['declared_value'] | undefined => {
  const code = reader.must('currency', currency)
  const text = reader.must('value', decimalText)
  if (code === undefined || text === undefined) return undefined
  const decimals =
    new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
      .maximumFractionDigits ?? 2
  const [whole = '0', part = ''] = text.split('.')
  if (part.replace(/0+$/, '').length > decimals) {
    reader.fault('value', 'too-many-decimals', { decimals, currency: code })
    return undefined
  }
  const minor = `${whole}${part.slice(0, decimals).padEnd(decimals, '0')}`
  return { currency: code, minor_units: Number(minor) }
}

const side = wholeOf(1, 100_000)

/** What stands once for a SKU; undefined when any of it is wrong. */
export const readGoods = (reader: Reader, sku: string): WireSku | undefined => {
  const name_zh = reader.must('nameZh', lineOf(200))
  const name_en = reader.must('nameEn', lineOf(200))
  const barcodes = readBarcodes(reader)
  tellTwice(reader, barcodes)
  const isFnskuDue = reader.may('mustBearFnsku', yesOrNo) === 'yes'
  if (isFnskuDue) needTogether(reader, ['mustBearFnsku', 'fnsku'])
  const unit_weight_g = reader.must('weight', wholeOf(1, 1_000_000))
  const l = reader.must('length', side)
  const w = reader.must('width', side)
  const h = reader.must('height', side)
  const declared_value = readMoney(reader)
  const origin = reader.must('origin', countryCode)
  const cargo_class = reader.must('cargoClass', cargoClass)
  const hs_code = reader.may('hsCode', hsCode)
  const battery = readBattery(reader, cargo_class === 'battery')
  const words = {
    material_zh: reader.may('materialZh', lineOf(200)),
    material_en: reader.may('materialEn', lineOf(200)),
    purpose_zh: reader.may('purposeZh', lineOf(200)),
    purpose_en: reader.may('purposeEn', lineOf(200)),
    brand: reader.may('brand', lineOf(100)),
    image_url: reader.may('image', webAddress),
  }
  if (name_zh === undefined || name_en === undefined || unit_weight_g === undefined)
    return undefined
  if (l === undefined || w === undefined || h === undefined) return undefined
  if (declared_value === undefined || origin === undefined || cargo_class === undefined) {
    return undefined
  }
  const told = Object.entries(words).filter(([, value]) => value !== undefined)
  return {
    sku,
    name_zh,
    name_en,
    barcodes: [...barcodes],
    unit_weight_g,
    declared_value,
    origin,
    unit_size_mm: { l, w, h },
    cargo_class,
    ...(isFnskuDue ? { required_barcode: 'fnsku' } : {}),
    ...(hs_code === undefined ? {} : { hs_code }),
    ...(battery === undefined ? {} : { battery }),
    ...(Object.fromEntries(told) as Partial<Record<keyof typeof words, string>>),
  }
}
