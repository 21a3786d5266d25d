import { sql } from 'kysely'
import type { OrderNo, SkuInfo, StockingOrder } from '#shared/domain/order.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { OrderSummary } from '#shared/contract/views.ts'
import type { Store } from '#electron/store/index.ts'

/** A stocking order as the bench uses it: header, lines in their order, and each line's SKU. */
export interface BookedOrder {
  readonly header: Omit<StockingOrder, 'lines' | 'skus'>
  readonly lines: readonly {
    readonly lineNo: number
    readonly ordered: number
    readonly packed: number
    readonly sku: SkuInfo
  }[]
}

export interface OrderBook {
  list(): OrderSummary[]
  summary(orderNo: OrderNo): OrderSummary | null
  load(orderNo: OrderNo): BookedOrder | null
}

type Header = BookedOrder['header']

/** Orders in these states may be packed. */
export const packable: ReadonlySet<Header['status']> = new Set(['draft', 'packing'])

export const createOrderBook = (store: Store): OrderBook => {
  const totals = sql<number>`coalesce(sum(order_lines.ordered), 0)`
  const headers = store.prepare<{ orderNo: string | null }>()((db, param) =>
    db
      .selectFrom('orders')
      .leftJoin('order_lines', 'order_lines.order_no', 'orders.order_no')
      .leftJoin('order_refusals', 'order_refusals.reference_no', 'orders.order_no')
      .select((column) => [
        'orders.header',
        'orders.due_at',
        'order_refusals.problem',
        column.fn.count<number>('order_lines.sku').as('lines'),
        totals.as('ordered'),
        sql<number>`coalesce(sum(order_lines.packed), 0)`.as('packed'),
        column
          .selectFrom('cartons')
          .whereRef('cartons.order_no', '=', 'orders.order_no')
          .where('state', 'in', ['sealed', 'marked', 'verified'])
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('cartons'),
      ])
      .where(sql<boolean>`${param('orderNo')} is null or orders.order_no = ${param('orderNo')}`)
      .groupBy('orders.order_no')
      .orderBy(sql`orders.due_at is null, orders.due_at, orders.order_no`),
  )
  const refusedOnly = store.prepare()((db) =>
    db
      .selectFrom('order_refusals')
      .leftJoin('orders', 'orders.order_no', 'order_refusals.reference_no')
      .select(['order_refusals.reference_no', 'order_refusals.problem'])
      .where('orders.order_no', 'is', null)
      .orderBy('order_refusals.reference_no'),
  )
  const headerOf = store.prepare<{ orderNo: string }>()((db, param) =>
    db.selectFrom('orders').select('header').where('order_no', '=', param('orderNo')),
  )
  const linesOf = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .select(['line_no', 'ordered', 'packed', 'info'])
      .where('order_no', '=', param('orderNo'))
      .orderBy('line_no'),
  )

  const summaries = (orderNo: OrderNo | null): OrderSummary[] =>
    headers.all({ orderNo }).map((row) => {
      const header = JSON.parse(row.header) as Header
      return {
        ...summaryOf(header),
        dueAt: row.due_at,
        lines: row.lines,
        ordered: row.ordered,
        packed: row.packed,
        cartons: row.cartons ?? 0,
        refused: row.problem === null ? null : (JSON.parse(row.problem) as ErrorShape),
      }
    })

  return {
    list: () => [
      ...refusedOnly.all({}).map((row) => refusedSummary(row.reference_no, row.problem)),
      ...summaries(null),
    ],
    summary: (orderNo) => summaries(orderNo)[0] ?? null,
    load: (orderNo) => {
      const row = headerOf.get({ orderNo })
      if (row === undefined) return null
      return {
        header: JSON.parse(row.header) as Header,
        lines: linesOf.all({ orderNo }).map((line) => ({
          lineNo: line.line_no,
          ordered: line.ordered,
          packed: line.packed,
          sku: JSON.parse(line.info) as SkuInfo,
        })),
      }
    },
  }
}

const summaryOf = (
  header: Header,
): Omit<OrderSummary, 'dueAt' | 'lines' | 'ordered' | 'packed' | 'cartons' | 'refused'> => ({
  orderNo: header.orderNo,
  status: header.status,
  sellerZh: header.seller.nameZh,
  sellerEn: header.seller.nameEn,
  warehouseCode: header.warehouse.code,
  warehouseZh: header.warehouse.nameZh,
  warehouseEn: header.warehouse.nameEn,
  country: header.warehouse.country,
  transportMode: header.transportMode,
  service: header.service,
  dutyTerms: header.dutyTerms,
  cargoClasses: [...header.cargoClasses],
})

/** An order that came in unusable has nothing but its number and the reason. */
const refusedSummary = (referenceNo: string, problem: string): OrderSummary => ({
  orderNo: referenceNo,
  status: 'draft',
  sellerZh: '',
  sellerEn: '',
  warehouseCode: '',
  warehouseZh: '',
  warehouseEn: '',
  country: '',
  transportMode: 'air',
  service: '',
  dutyTerms: 'DDP',
  cargoClasses: [],
  dueAt: null,
  lines: 0,
  ordered: 0,
  packed: 0,
  cartons: 0,
  refused: JSON.parse(problem) as ErrorShape,
})

/** The FNSKU a unit bears, when it has one. */
export const fnskuOf = (sku: SkuInfo): string | undefined =>
  sku.barcodes.find((barcode) => barcode.kind === 'fnsku')?.value

/** The code a packer looks for on the unit: the required one, else the first that stands for one unit. */
export const unitBarcode = (sku: SkuInfo): string => {
  const required = sku.barcodes.find(
    ({ kind, value }) => kind === sku.requiredBarcode || value === sku.requiredBarcode,
  )
  const first = sku.barcodes.find((barcode) => barcode.units === 1)
  return (required ?? first ?? sku.barcodes[0])?.value ?? ''
}
