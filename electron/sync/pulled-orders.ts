import {
  changeSchema,
  parseWire,
  skuSchema,
  stockingOrderSchema,
  type WireIssue,
} from '#shared/contract/linkstar-api.ts'
import type { OrderNo, Sku, SkuInfo, StockingOrder } from '#shared/domain/order.ts'
import type { DecisionKind } from '#shared/domain/order-decision.ts'
import { AppError, type ErrorDetails } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import { createDecisions } from './decisions.ts'
import { prepareOrderStatements } from './order-statements.ts'
import { createOrderWriter } from './order-writer.ts'
import { toSkuInfo, toStockingOrder, wireReference, wireSkuCode } from './wire-orders.ts'

export interface PulledSku {
  /** Its code, as far as it has one. */
  readonly sku: string
  /** Why it was not taken. */
  readonly problem: AppError | null
}

/** Writes what was pulled, one by one: a bad one is told and stops nobody. Runs in the caller's transaction. */
export interface PulledOrders {
  /** @returns which order it was about, taken or refused */
  order(wire: unknown): OrderNo
  /** News of an order's life. @returns which order moved, if any did */
  status(wire: unknown): OrderNo | null
  sku(wire: unknown): PulledSku
}

const longestReference = 64

/** A name for what may have none: the packer must find the order it is about. */
const referenceOf = (wire: unknown): OrderNo => {
  const reference = wireReference(wire)
  const plain = reference?.replaceAll(/[^\x20-\x7e]/g, '').slice(0, longestReference) ?? ''
  return (plain === '' ? '(no reference_no)' : plain) as OrderNo
}

const issuesText = (issues: readonly WireIssue[]): string =>
  issues.map(({ path, message }) => `${path} ${message}`.trim()).join('; ')

export const createPulledOrders = (store: Store, clock: () => Date): PulledOrders => {
  const statements = prepareOrderStatements(store)
  const writer = createOrderWriter(store, clock)
  const decisions = createDecisions(store, clock)

  const refuse = (reference: OrderNo, message: string, details: ErrorDetails): void => {
    const problem = new AppError('order-invalid', `${reference}: ${message}`, {
      details: { orderNo: reference, reason: message, ...details },
    })
    statements.writeRefusal.run({
      reference,
      problem: JSON.stringify(problem.toShape()),
      at: clock().toISOString(),
    })
  }

  /** Goods that are in cartons cannot be unordered by a pull: unless that was decided before, somebody has to. */
  const contradiction = (order: StockingOrder): DecisionKind | null => {
    const { orderNo } = order
    const packed = statements.lines.all({ orderNo }).filter((line) => line.packed > 0)
    if (packed.length === 0) return null
    if (order.status === 'cancelled') {
      return statements.stored.get({ orderNo })?.status === 'cancelled' ? null : 'cancelled'
    }
    const wanted = new Map<string, number>(order.lines.map((line) => [line.sku, line.ordered]))
    const lowered = packed.some((line) => {
      const next = wanted.get(line.sku) ?? 0
      return next < line.packed && next < line.ordered
    })
    return lowered ? 'amended' : null
  }

  /** The order as it is here, cancelled: the news says no more than that. */
  const asCancelled = (orderNo: OrderNo, revision: number, header: string): StockingOrder => {
    const here = statements.lines.all({ orderNo })
    return {
      ...(JSON.parse(header) as Omit<StockingOrder, 'lines' | 'skus'>),
      revision,
      status: 'cancelled',
      lines: here.map(({ line_no: lineNo, sku, ordered }) => ({
        lineNo,
        sku: sku as Sku,
        ordered,
      })),
      skus: here.map(({ info }) => JSON.parse(info) as SkuInfo),
    }
  }

  const write = (order: StockingOrder): void => {
    const { orderNo, revision } = order
    const kind = contradiction(order)
    if (kind === null) {
      decisions.withdraw(orderNo)
      writer.write(order)
    } else if (!decisions.decided(orderNo, revision)) decisions.raise(kind, order)
  }

  return {
    order: (wire) => {
      const reference = referenceOf(wire)
      const parsed = parseWire(stockingOrderSchema, wire)
      if (!parsed.ok) {
        const { path = '', fault = 'malformed' } = parsed.error[0] ?? {}
        refuse(reference, issuesText(parsed.error), { path, fault })
        return reference
      }
      try {
        store.transaction(() => write(toStockingOrder(parsed.value)))
      } catch (error) {
        // Trouble with the store is everybody's; anything else is this order's alone.
        if (error instanceof AppError) throw error
        refuse(reference, error instanceof Error ? error.message : String(error), { path: '' })
      }
      return reference
    },
    status: (wire) => {
      const parsed = parseWire(changeSchema, wire)
      if (!parsed.ok || parsed.value.kind !== 'order-status') return null
      const { status, revision, reference_no } = parsed.value.order_status
      const orderNo = reference_no as OrderNo
      const stored = statements.stored.get({ orderNo })
      if (stored === undefined || stored.status === status) return null
      const packed = statements.lines.all({ orderNo }).some((line) => line.packed > 0)
      if (status !== 'cancelled' || !packed) statements.setStatus.run({ orderNo, status })
      else if (!decisions.known(orderNo, revision)) {
        decisions.raise('cancelled', asCancelled(orderNo, revision, stored.header))
      }
      return orderNo
    },
    sku: (wire) => {
      const sku = wireSkuCode(wire) ?? ''
      const parsed = parseWire(skuSchema, wire)
      if (parsed.ok) {
        writer.sku(toSkuInfo(parsed.value))
        return { sku, problem: null }
      }
      const details = { path: parsed.error[0]?.path ?? '', reason: issuesText(parsed.error), sku }
      const message = `SKU ${sku}: ${details.reason}`
      return { sku, problem: new AppError('sku-invalid', message, { details }) }
    },
  }
}
