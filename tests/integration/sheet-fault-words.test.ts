import type { Sku } from '#shared/domain/order.ts'
import { expect, test } from 'vitest'
import { localTime } from '#shared/domain/local-time.ts'
import type { SheetFault } from '#shared/domain/sheet-fault.ts'
import { sheetFaultCodes } from '#shared/domain/sheet-fault.ts'
import { catalogues } from '#renderer/lib/i18n/catalogue.ts'
import { faultSentence } from '#renderer/features/imports/fault-sentence.ts'
import { readOrders } from '#electron/sheets/read-orders.ts'
import { readPackingList } from '#electron/sheets/read-packing-list.ts'
import { readSheet } from '#electron/sheets/read-sheet.ts'
import {
  asCsv,
  asXlsx,
  orderSheet,
  packingSheet,
  type TypedRow,
  typedRows,
} from '../support/order-sheets.ts'
import { wireOrder, wireSku } from '../support/wire-orders.ts'

const [row = {}] = typedRows(wireOrder('BH-1', [[wireSku('MUG', '6925000000116'), 3]]))

const faultsIn = async (...rows: readonly TypedRow[]): Promise<readonly SheetFault[]> =>
  readOrders(await readSheet(await asXlsx(orderSheet(rows))), {
    warehouses: [],
    taken: new Map([['BH-3', 'order-under-way']]),
    now: new Date(0),
    localTime,
  }).faults

const wrong: TypedRow = {
  quantity: 'x',
  weight: 0.5,
  mode: '?',
  value: '1.005',
  wattHours: 'x',
  barcode: '1',
  sellerBarcode: '1.5E+10',
  country: 'XX',
  currency: 'X',
  hsCode: 'x',
  unCode: 'x',
  image: 'x',
  pickupAt: 'x',
  nameZh: '长'.repeat(201),
  nameEn: 'a\nb',
  caseUnits: '2',
  fnsku: new Date(0),
}

const plannable = {
  isOpen: true,
  isUnderWay: false,
  ordered: new Map([
    ['MUG', 9],
    ['CUP', 9],
  ]),
  printed: new Map(),
}

test('every fault that is found has its words, and every value they need, in both languages', async () => {
  const known = {
    code: 'US-LAX-02',
    nameZh: 'x',
    nameEn: '',
    country: 'US',
    addressLines: [''],
    postcode: '',
  }
  const packing = readPackingList(
    await readSheet(
      asCsv(
        packingSheet([
          ['BH-1', 1, 'MUG', 2],
          ['BH-1', 1, 'MUG', 2],
          ['BH-1', 2, 'CUP', 1],
          ['BH-9', 1, 'A', 1],
          ['BH-4', 1, 'MUG', 2],
          ['BH-4', 2, 'MUG', 1],
          ['BH-4', 2, 'CUP', 1],
          ['BH-5', 1, 'MUG', 1],
          ['BH-5', 1, 'CUP', 1],
        ]),
      ),
    ),
    new Map([
      [
        'BH-1',
        {
          isOpen: true,
          isUnderWay: true,
          rules: {},
          ordered: new Map([['MUG', 1]]),
          printed: new Map([[7, [{ sku: 'MUG', quantity: 1 }]]]),
        },
      ],
      ['BH-4', { ...plannable, rules: { maxSkus: 1, maxUnits: 1 } }],
      ['BH-5', { ...plannable, rules: { apart: [['MUG' as Sku, 'CUP' as Sku]] } }],
    ]),
  )
  const headings = readOrders(await readSheet(asCsv([['SKU', 'SKU', 'x']])), {
    warehouses: [],
    taken: new Map(),
    now: new Date(0),
    localTime,
  })
  const differing = readOrders(await readSheet(asCsv(orderSheet([row]))), {
    warehouses: [known],
    taken: new Map([['BH-1', 'order-exists']]),
    now: new Date(0),
    localTime,
  })
  const faults = [
    ...(await faultsIn({ ...row, ...wrong }, { ...row, orderNo: 'b h', sku: '' })),
    ...(await faultsIn({
      ...row,
      address: '',
      warehouseZh: '',
      warehouseEn: '',
      country: '',
      postcode: '',
    })),
    ...(await faultsIn(
      row,
      { ...row, orderNo: 'BH-3', service: 'Y' },
      { ...row, sku: 'B' },
      { ...row, service: 'Z' },
    )),
    ...(await faultsIn({ ...row, apart: 'A' })),
    ...(await faultsIn({ ...row, value: '1.005' }, { ...row, sku: 'B', value: 'x' })),
    ...packing.faults,
    ...headings.faults,
    ...differing.faults,
  ]
  for (const [language, texts] of Object.entries(catalogues)) {
    for (const fault of faults) {
      const { key, values } = faultSentence(fault, language === 'en' ? 'en' : 'zh-CN')
      const text = (texts as Readonly<Record<string, string>>)[key] ?? ''
      const needed = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
      expect(text, fault.code).not.toBe('')
      expect(Object.keys(values), `${key} ${language}`).toEqual(expect.arrayContaining(needed))
    }
  }
  const seen = new Set(faults.map(({ code }) => code))
  // The rest needs a workbook of its own, or cannot be reached by typing.
  expect(sheetFaultCodes.filter((code) => !seen.has(code))).toEqual([
    'formula',
    'cell-error',
    'merged',
    'order-too-large',
    'order-not-open',
    'contract',
  ])
})
