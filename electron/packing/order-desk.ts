import type { Declaration, Fact } from '#shared/domain/facts.ts'
import type { OrderNo, Sku, SkuInfo } from '#shared/domain/order.ts'
import { closingHindrances, shortLines } from '#shared/domain/order-life.ts'
import { AppError } from '#shared/errors.ts'
import type { OrderReportView } from '#shared/contract/order-views.ts'
import type { Store } from '#electron/store/index.ts'
import type { CartonRecords } from './carton-records.ts'
import type { GoodsExceptions } from './goods-exceptions.ts'
import { localTime } from './local-time.ts'
import type { BookedOrder, OrderBook } from './order-book.ts'
import type { OrderClosings } from './order-closings.ts'

interface ShortReason {
  readonly sku: string
  readonly reason: string
}

/** What becomes of an order after its last carton. */
export interface OrderDesk {
  /** Planned versus packed. @throws AppError order-unknown */
  report(orderNo: OrderNo): OrderReportView
  /**
   * Nothing more is packed. What was granted and not packed goes back to the server.
   * @throws AppError order-unknown, order-not-closable, short-reason-missing
   */
  close(orderNo: OrderNo, short: readonly ShortReason[]): void
  /**
   * Tells customs what the cartons hold; again after a refusal.
   * @throws AppError order-unknown, order-not-closed
   */
  declare(orderNo: OrderNo): void
}

interface DeskParts {
  readonly store: Store
  readonly orders: OrderBook
  readonly cartons: CartonRecords
  readonly closings: OrderClosings
  readonly exceptions: Pick<GoodsExceptions, 'ofOrder'>
  /** Where the page finds the photos of an order's exceptions, by exception, oldest first. */
  readonly photosOf: (orderNo: OrderNo) => ReadonlyMap<number, readonly string[]>
  /** What is known of any goods. */
  readonly infoOf: (sku: Sku) => SkuInfo | null
  /** Facts and the declaration go to the outbox, in the running transaction. */
  readonly record: (fact: Fact) => unknown
  readonly declareOrder: (declaration: Declaration) => unknown
  readonly returnRights: (orderNo: OrderNo) => void
  readonly station: string
  readonly clock: () => Date
}

export const createOrderDesk = (parts: DeskParts): OrderDesk => {
  const { store, orders, cartons, closings, station } = parts

  const booked = (orderNo: OrderNo): BookedOrder => {
    const order = orders.load(orderNo)
    if (order !== null) return order
    throw new AppError('order-unknown', `no order ${orderNo}`, { details: { orderNo } })
  }
  const linesOf = (order: BookedOrder) =>
    order.lines.map(({ ordered, packed, sku }) => ({ sku: sku.sku, ordered, packed }))
  const hindrances = (order: BookedOrder) =>
    closingHindrances({
      status: order.status,
      undecided: order.undecided,
      lines: linesOf(order),
      cartons: cartons.ofOrder(order.header.orderNo),
    })

  const reasonsFor = (order: BookedOrder, short: readonly ShortReason[]) => {
    const reasons = new Map(short.map(({ sku, reason }) => [sku, reason]))
    return shortLines(linesOf(order)).map((line) => {
      const reason = reasons.get(line.sku)
      if (reason !== undefined) return { ...line, reason }
      throw new AppError('short-reason-missing', `${line.sku} is short without a reason`, {
        details: { orderNo: order.header.orderNo, sku: line.sku },
      })
    })
  }

  const exceptionsOf = (orderNo: OrderNo): OrderReportView['exceptions'] => {
    const photos = parts.photosOf(orderNo)
    return parts.exceptions.ofOrder(orderNo).map(({ orderNo: _order, id, ...exception }) => {
      const info = exception.sku === null ? null : parts.infoOf(exception.sku)
      const { nameZh = null, nameEn = null } = info ?? {}
      return { ...exception, nameZh, nameEn, photos: [...(photos.get(id) ?? [])] }
    })
  }

  return {
    report: (orderNo) => {
      const order = booked(orderNo)
      const closing = closings.find(orderNo)
      const counts = { open: 0, parked: 0, sealed: 0, marked: 0, verified: 0, voided: 0 }
      for (const { state } of cartons.ofOrder(orderNo)) counts[state] += 1
      const reasons = new Map<Sku, string>(Object.entries(closing?.short ?? {}) as [Sku, string][])
      return {
        orderNo,
        status: order.status,
        lines: order.lines.map(({ lineNo, ordered, packed, sku }) => ({
          lineNo,
          sku: sku.sku,
          nameZh: sku.nameZh,
          nameEn: sku.nameEn,
          ordered,
          packed,
          shortReason: reasons.get(sku.sku) ?? null,
        })),
        exceptions: exceptionsOf(orderNo),
        cartons: counts,
        hinders: hindrances(order).map(({ kind, carton, sku, units }) => ({
          kind,
          cartonNo: carton?.cartonNo ?? null,
          cartonCode: carton?.code ?? null,
          sku: sku ?? null,
          units: units ?? 0,
        })),
        closedAt: closing?.closedAt ?? null,
        declaredAt: closing?.declaredAt ?? null,
        declarationTaken: order.header.status === 'declared' || order.header.status === 'accepted',
        declarationRefused: closing?.refused ?? null,
      }
    },

    close: (orderNo, short) => {
      const at = localTime(parts.clock())
      store.transaction(() => {
        const order = booked(orderNo)
        const [first] = hindrances(order)
        if (first !== undefined) {
          throw new AppError('order-not-closable', `${orderNo}: ${first.kind}`, {
            details: { orderNo, reason: first.kind },
          })
        }
        const lines = reasonsFor(order, short)
        closings.close(
          orderNo,
          Object.fromEntries(lines.map((line) => [line.sku, line.reason])),
          at,
        )
        parts.record({ type: 'order-closed', orderNo, station, at, shortLines: lines })
        parts.returnRights(orderNo)
      })
    },

    declare: (orderNo) => {
      const at = localTime(parts.clock())
      store.transaction(() => {
        const order = booked(orderNo)
        if (order.status !== 'closed' || closings.find(orderNo) === null) {
          throw new AppError('order-not-closed', `${orderNo} is ${order.status}`, {
            details: { orderNo, status: order.status },
          })
        }
        closings.declare(orderNo, at)
        parts.declareOrder({
          orderNo,
          cartons: cartons
            .ofOrder(orderNo)
            .flatMap((carton) =>
              carton.state === 'voided' || carton.weight === undefined
                ? []
                : [{ ...carton, weight: carton.weight }],
            ),
        })
      })
    },
  }
}
