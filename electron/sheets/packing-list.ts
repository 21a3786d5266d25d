import type { Language } from '#shared/contract/views.ts'
import type { Carton } from '#shared/domain/carton.ts'
import { cartonUnits } from '#shared/domain/carton.ts'
import { volumetricGrams } from '#shared/domain/limits.ts'
import type { SkuInfo } from '#shared/domain/order.ts'
import { type SheetFormat, writeSheet, type WrittenSheet } from './write-book.ts'

/** What was packed of an order, as its packing list tells it. */
export interface PackedOrder {
  readonly orderNo: string
  /** Sealed ones, by carton number. */
  readonly cartons: readonly Carton[]
  readonly skus: readonly SkuInfo[]
  /** cm³ per kg */
  readonly volumetricDivisor: number
}

export interface PackingListInput {
  readonly order: PackedOrder
  readonly format: SheetFormat
  readonly language: Language
}

const words = {
  'zh-CN': {
    name: '装箱单',
    total: '合计',
    headings: [
      '备货单号',
      '箱号',
      '箱唯一码',
      'SKU',
      'FNSKU',
      '中文品名',
      '英文品名',
      '数量',
      '毛重（千克）',
      '长×宽×高（厘米）',
      '体积重（千克）',
    ],
  },
  en: {
    name: 'Packing list',
    total: 'Total',
    headings: [
      'Order no.',
      'Carton no.',
      'Carton code',
      'SKU',
      'FNSKU',
      'Name (Chinese)',
      'Name (English)',
      'Quantity',
      'Gross (kg)',
      'L×W×H (cm)',
      'Volumetric (kg)',
    ],
  },
} as const

const kilograms = (grams: number): number => grams / 1000
const centimetres = (millimetres: number): string => String(millimetres / 10)

const sizeText = ({ boxType: { size } }: Carton): string =>
  [size.length, size.width, size.height].map(centimetres).join('×')

const packingSheet = ({ order, language }: PackingListInput): WrittenSheet => {
  const { orderNo, cartons, volumetricDivisor } = order
  const { name, total, headings } = words[language]
  const infos = new Map<string, SkuInfo>(order.skus.map((info) => [info.sku, info]))
  const volumetric = ({ boxType }: Carton): number =>
    volumetricGrams(boxType.size, volumetricDivisor)
  const gross = ({ weight }: Carton): number => weight?.gross ?? 0
  // Weight and size stand once a carton, so that a column can be summed.
  const rows = cartons.flatMap((carton) =>
    carton.contents.map(({ sku, quantity }, index) => {
      const info = infos.get(sku)
      const fnsku = info?.barcodes.find(({ kind }) => kind === 'fnsku')?.value ?? null
      return [
        orderNo,
        carton.cartonNo,
        carton.code,
        sku,
        fnsku,
        info?.nameZh ?? null,
        info?.nameEn ?? null,
        quantity,
        ...(index === 0
          ? [kilograms(gross(carton)), sizeText(carton), kilograms(volumetric(carton))]
          : [null, null, null]),
      ]
    }),
  )
  const sum = (of: (carton: Carton) => number): number =>
    cartons.reduce((before, carton) => before + of(carton), 0)
  const units = sum(({ contents }) => cartonUnits(contents))
  const totals = Array.from<string | number | null>({ length: headings.length }).fill(null)
  totals.splice(0, 2, total, cartons.length)
  totals.splice(7, 4, units, kilograms(sum(gross)), null, kilograms(sum(volumetric)))
  return {
    name,
    headings,
    rows: [...rows, totals],
    widths: [20, 10, 18, 22, 16, 36, 40, 10, 14, 20, 14],
    textColumns: new Set([0, 2, 3, 4, 5, 6, 9]),
    columnsInSight: 2,
  }
}

/** What stands in the sealed cartons of an order, carton by carton, and the totals. */
export const writePackingList = (input: PackingListInput): Promise<Uint8Array> =>
  writeSheet(input.format, packingSheet(input))
