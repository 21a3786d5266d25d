import {
  parseWire,
  stockingOrderSchema,
  type WireOrder,
  type WireSku,
} from '#shared/contract/linkstar-api.ts'
import { cargoClasses } from '#shared/domain/order.ts'
import { type OrderColumnId, orderColumns } from '#shared/domain/order-columns.ts'
import type { SheetFault } from '#shared/domain/sheet-fault.ts'
import { codeOf, shapedCode, wholeOf } from './cell-values.ts'
import { createFaultBook, type FaultBook } from './fault-book.ts'
import { goodsColumns, readGoods } from './goods-fields.ts'
import type { SheetGrid } from './grid.ts'
import {
  headerColumns,
  type OrderSurroundings,
  readCartonRules,
  readHeader,
} from './order-fields.ts'
import { readRow } from './row-reader.ts'
import { mergeRows, readTable, sameText, type TableRow } from './table.ts'

export const orderNoCell = shapedCode(32, (text) => /^[A-Z0-9-]{1,32}$/.test(text), 'order-no')
export const skuCell = codeOf(64)
export const quantityCell = wholeOf(1, 1_000_000)
const mostLines = 5000
/** In bytes of JSON: one request carries the whole order, and the server takes 4 MiB. */
const largestOrder = 3 * 1024 * 1024

type Row = TableRow<OrderColumnId>

export interface OrderContext extends OrderSurroundings {
  /** Numbers that orders have already, here or on their way to the server. */
  readonly taken: ReadonlyMap<string, 'order-exists' | 'order-under-way'>
}

export interface OrdersRead {
  /** All orders of the file when nothing is wrong; none otherwise. */
  readonly orders: readonly WireOrder[]
  readonly faults: readonly SheetFault[]
}

interface Line {
  readonly row: Row
  readonly orderNo: string | undefined
  readonly sku: string | undefined
  readonly quantity: number | undefined
  /** Lines of an order with the same word here never share a carton. */
  readonly apart: string | undefined
}

const readLine = (row: Row, faults: FaultBook): Line => {
  const reader = readRow(row, faults)
  return {
    row,
    orderNo: reader.must('orderNo', orderNoCell),
    sku: reader.must('sku', skuCell),
    quantity: reader.must('quantity', quantityCell),
    apart: reader.may('apart', codeOf(32)),
  }
}

const tellRepeated = (lines: readonly Line[], faults: FaultBook): void => {
  const seen = new Map<string, number>()
  for (const { row, sku } of lines) {
    if (sku === undefined) continue
    const first = seen.get(sku)
    const place = row.get('sku')
    if (first === undefined) seen.set(sku, row.row)
    else if (place !== undefined) faults.add(place, 'repeated', { row: first + 1 })
  }
}

/** The groups of an order's SKUs of which a carton holds only one. */
const readApart = (lines: readonly Line[], faults: FaultBook): string[][] => {
  const groups = Map.groupBy(lines, ({ apart }) => apart)
  return [...groups].flatMap(([word, group]) => {
    if (word === undefined) return []
    const [first] = group
    const place = first?.row.get('apart')
    if (group.length > 1) return [group.map(({ sku = '' }) => sku)]
    // Most likely a word that is misspelt: then the others are not kept apart from this one.
    if (place !== undefined) faults.add(place, 'apart-alone', { group: word })
    return []
  })
}

const barcodeColumn = {
  ean: 'barcode',
  upc: 'barcode',
  gtin: 'barcode',
  seller: 'sellerBarcode',
  fnsku: 'fnsku',
  case: 'caseBarcode',
} as const

/** One code that stands for two SKUs cannot be packed by scanning. */
const tellShared = (
  goods: ReadonlyMap<string, { row: Row; info: WireSku }>,
  faults: FaultBook,
): void => {
  const owners = new Map<string, string>()
  for (const [sku, { row, info }] of goods) {
    for (const { value, kind } of info.barcodes) {
      const owner = owners.get(value) ?? sku
      owners.set(value, owner)
      if (owner === sku) continue
      faults.add(row.get(barcodeColumn[kind]) ?? { row: row.row }, 'barcode-shared', { sku: owner })
    }
  }
}

const contractFaults = (order: WireOrder, row: Row, faults: FaultBook): void => {
  const size = Buffer.byteLength(JSON.stringify(order))
  if (order.lines.length > mostLines || size > largestOrder) {
    faults.add({ row: row.row }, 'order-too-large', { lines: order.lines.length })
    return
  }
  const parsed = parseWire(stockingOrderSchema, order)
  if (parsed.ok) return
  for (const { path, message } of parsed.error) {
    faults.add({ row: row.row }, 'contract', { reason: `${path} ${message}` })
  }
}

/** Reads a sheet of stocking orders: every fault of every cell, or the orders. */
export const readOrders = (grid: SheetGrid, context: OrderContext): OrdersRead => {
  const faults = createFaultBook()
  const table = readTable<OrderColumnId>(grid, orderColumns, faults)
  if (table === null) return { orders: [], faults: faults.list() }
  const lines = table.rows.map((row) => readLine(row, faults))

  const goods = new Map<string, { readonly row: Row; readonly info: WireSku }>()
  const bySku = Map.groupBy(lines, ({ row, sku }) => sku ?? `row ${row.row}`)
  for (const [key, group] of bySku) {
    const row = mergeRows(
      group.map((line) => line.row),
      goodsColumns,
      faults,
    )
    const info = readGoods(readRow(row, faults), key)
    if (info !== undefined && group[0]?.sku !== undefined) goods.set(key, { row, info })
  }
  tellShared(goods, faults)

  const orders: WireOrder[] = []
  const byOrder = Map.groupBy(lines, ({ row }) => sameText(row.get('orderNo')?.cell ?? null))
  for (const [said, group] of byOrder) {
    tellRepeated(group, faults)
    const [first] = group
    // Rows without a number belong to no order that could be looked at.
    if (said === '' || first === undefined) continue
    const { orderNo } = first
    const place = first.row.get('orderNo')
    const taken = orderNo === undefined ? undefined : context.taken.get(orderNo)
    if (taken !== undefined && place !== undefined) faults.add(place, taken)
    const row = mergeRows(
      group.map((line) => line.row),
      headerColumns,
      faults,
    )
    const reader = readRow(row, faults)
    const header = readHeader(reader, context)
    const rules = readCartonRules(reader, readApart(group, faults))
    const skus = group.flatMap(({ sku }) => goods.get(sku ?? '')?.info ?? [])
    if (header === undefined || orderNo === undefined || skus.length < group.length) continue
    const classes = new Set(skus.map(({ cargo_class }) => cargo_class))
    const order: WireOrder = {
      reference_no: orderNo,
      ...header,
      ...(rules === undefined ? {} : { carton_rules: rules }),
      cargo_classes: cargoClasses.filter((one) => classes.has(one)),
      lines: group.map(({ sku = '', quantity = 0 }, index) => ({
        line_no: index + 1,
        sku,
        plan_qty: quantity,
      })),
      skus,
    }
    orders.push(order)
  }
  if (faults.list().length === 0) {
    for (const order of orders) {
      const row = lines.find(({ orderNo }) => orderNo === order.reference_no)?.row
      if (row !== undefined) contractFaults(order, row, faults)
    }
  }
  const found = faults.list()
  return { orders: found.length === 0 ? orders : [], faults: found }
}
