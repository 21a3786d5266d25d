import { type Kysely, sql } from 'kysely'
import type { OrderNo, OrderStatus, SkuInfo, StockingOrder } from '#shared/domain/order.ts'
import { laterStatus } from '#shared/domain/order-life.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { OrderSummary } from '#shared/contract/views.ts'
import type { StationTables, Store } from '#electron/store/index.ts'
import { closingStatus, type OrderClosings } from './order-closings.ts'

/** A stocking order as the bench uses it: header, lines in their order, and each line's SKU. */
export interface BookedOrder {
  readonly header: Omit<StockingOrder, 'lines' | 'skus'>
  /** Where it stands by what the server and this station know. */
  readonly status: OrderStatus
  /** The server changed it while it was packed here, and nobody has decided yet. */
  readonly undecided: boolean
  readonly lines: readonly {
    readonly lineNo: number
    readonly ordered: number
    readonly packed: number
    /** Units that this station may pack, packed ones included. */
    readonly granted: number
    /** Units that nobody finds here. */
    readonly short: number
    readonly sku: SkuInfo
  }[]
}

type Header = BookedOrder['header']

export interface OrderBook {
  list(): OrderSummary[]
  /** Also of an order that came in unusable: it has no lines. */
  summary(orderNo: OrderNo): OrderSummary | null
  load(orderNo: OrderNo): BookedOrder | null
  warehouse(orderNo: OrderNo): Header['warehouse'] | undefined
}

const totals = sql<number>`coalesce(sum(order_lines.ordered), 0)`

/** Orders with what the list shows of them; grouped by order, for the caller to narrow or sort. */
const summariesOf = (db: Kysely<StationTables>) =>
  db
    .selectFrom('orders')
    .leftJoin('order_lines', 'order_lines.order_no', 'orders.order_no')
    .leftJoin('order_refusals', 'order_refusals.reference_no', 'orders.order_no')
    .leftJoin('order_closings', 'order_closings.order_no', 'orders.order_no')
    .select((column) => [
      'orders.header',
      'orders.due_at',
      'order_refusals.problem',
      'order_closings.closed_at',
      'order_closings.declared_at',
      'order_closings.refused',
      'order_closings.accepted_at',
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
    .groupBy('orders.order_no')

export const createOrderBook = (store: Store, closings: Pick<OrderClosings, 'find'>): OrderBook => {
  const allSummaries = store.prepare()((db) =>
    summariesOf(db).orderBy(sql`orders.due_at is null, orders.due_at, orders.order_no`),
  )
  const oneSummary = store.prepare<{ orderNo: string }>()((db, param) =>
    summariesOf(db).where('orders.order_no', '=', param('orderNo')),
  )
  const refusedOnly = store.prepare<{ orderNo: string | null }>()((db, param) =>
    db
      .selectFrom('order_refusals')
      .leftJoin('orders', 'orders.order_no', 'order_refusals.reference_no')
      .select(['order_refusals.reference_no', 'order_refusals.problem'])
      .where('orders.order_no', 'is', null)
      .where(sql<boolean>`${param('orderNo')} is null or reference_no = ${param('orderNo')}`)
      .orderBy('order_refusals.reference_no'),
  )
  const headerOf = store.prepare<{ orderNo: string }>()((db, param) =>
    db.selectFrom('orders').select('header').where('order_no', '=', param('orderNo')),
  )
  const linesOf = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .select(['line_no', 'ordered', 'packed', 'granted', 'short', 'info'])
      .where('order_no', '=', param('orderNo'))
      .orderBy('line_no'),
  )

  const openDecision = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('decisions')
      .select('id')
      .where('order_no', '=', param('orderNo'))
      .where('choice', 'is', null),
  )
  const statusOf = ({ orderNo, status }: Header): OrderStatus =>
    laterStatus(status, closings.find(orderNo)?.status ?? null)

  type SummaryRow = ReturnType<typeof allSummaries.all>[number]
  const summaryOfRow = (row: SummaryRow): OrderSummary => {
    const header = JSON.parse(row.header) as Header
    const closing =
      row.closed_at === null
        ? null
        : closingStatus({
            declaredAt: row.declared_at,
            refused: row.refused,
            acceptedAt: row.accepted_at,
          })
    return {
      ...summaryOf({ ...header, status: laterStatus(header.status, closing) }),
      dueAt: row.due_at,
      lines: row.lines,
      ordered: row.ordered,
      packed: row.packed,
      cartons: row.cartons ?? 0,
      declarationRefused: row.refused !== null,
      refused: row.problem === null ? null : (JSON.parse(row.problem) as ErrorShape),
    }
  }

  const refused = (orderNo: OrderNo | null): OrderSummary[] =>
    refusedOnly.all({ orderNo }).map((row) => refusedSummary(row.reference_no, row.problem))

  return {
    list: () => [...refused(null), ...allSummaries.all({}).map(summaryOfRow)],
    summary: (orderNo) => {
      const row = oneSummary.get({ orderNo })
      return row === undefined ? (refused(orderNo)[0] ?? null) : summaryOfRow(row)
    },
    warehouse: (orderNo) => {
      const row = headerOf.get({ orderNo })
      return row === undefined ? undefined : (JSON.parse(row.header) as Header).warehouse
    },
    load: (orderNo) => {
      const row = headerOf.get({ orderNo })
      if (row === undefined) return null
      const header = JSON.parse(row.header) as Header
      return {
        header,
        status: statusOf(header),
        undecided: openDecision.get({ orderNo }) !== undefined,
        lines: linesOf.all({ orderNo }).map((line) => ({
          lineNo: line.line_no,
          ordered: line.ordered,
          packed: line.packed,
          granted: line.granted,
          short: line.short,
          sku: JSON.parse(line.info) as SkuInfo,
        })),
      }
    },
  }
}

const summaryOf = (
  header: Header,
): Omit<
  OrderSummary,
  'dueAt' | 'lines' | 'ordered' | 'packed' | 'cartons' | 'declarationRefused' | 'refused'
> => ({
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
  declarationRefused: false,
  refused: JSON.parse(problem) as ErrorShape,
})

/** The FNSKU a unit bears, when it has one. */
export const fnskuOf = (sku: SkuInfo): string | undefined =>
  sku.barcodes.find((barcode) => barcode.kind === 'fnsku')?.value

/** The code that every unit must bear; undefined where none is required, or its seller has not told it. */
export const requiredCode = ({ barcodes, requiredBarcode }: SkuInfo): string | undefined =>
  barcodes.find(({ kind, value }) => kind === requiredBarcode || value === requiredBarcode)?.value

/** The code a packer looks for on the unit: the required one, else the first that stands for one unit. */
export const unitBarcode = (sku: SkuInfo): string => {
  const first = sku.barcodes.find((barcode) => barcode.units === 1)
  return requiredCode(sku) ?? (first ?? sku.barcodes[0])?.value ?? ''
}
