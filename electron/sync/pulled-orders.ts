import {
  parseWire,
  skuSchema,
  stockingOrderSchema,
  type WireIssue,
} from '#shared/contract/linkstar-api.ts'
import type { OrderNo, SkuInfo, StockingOrder } from '#shared/domain/order.ts'
import { AppError, type ErrorDetails } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import { prepareOrderStatements } from './order-statements.ts'
import { toSkuInfo, toStockingOrder, wireReference, wireSkuCode } from './wire.ts'

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

  const writeSku = (info: SkuInfo): void => {
    const { sku, barcodes } = info
    const body = JSON.stringify(info)
    if (statements.skuBody.get({ sku })?.body === body) return
    statements.writeSku.run({ sku, body })
    statements.dropBarcodes.run({ sku })
    for (const { value, kind, units } of barcodes) {
      statements.addBarcode.run({ value, sku, kind, units })
    }
  }

  const refuse = (reference: OrderNo, message: string, details: ErrorDetails): void => {
    const problem = new AppError('invalid-input', `${reference}: ${message}`, {
      details: { orderNo: reference, reason: message, ...details },
    })
    statements.writeRefusal.run({
      reference,
      problem: JSON.stringify(problem.toShape()),
      at: clock().toISOString(),
    })
  }

  /** Goods that are in cartons cannot be unordered by a pull. */
  const contradiction = (
    order: StockingOrder,
    packed: ReadonlyMap<string, number>,
  ): { message: string; details: ErrorDetails } | null => {
    const ordered = new Map<string, number>(order.lines.map((line) => [line.sku, line.ordered]))
    for (const [sku, count] of packed) {
      const wanted = ordered.get(sku) ?? 0
      if (wanted >= count) continue
      const index = order.lines.findIndex((line) => line.sku === sku)
      const message = `revision ${order.revision} orders ${wanted} × ${sku}, but ${count} are packed`
      const path = index < 0 ? 'lines' : `lines[${index}].plan_qty`
      return { message, details: { path, sku, ordered: wanted, packed: count } }
    }
    return null
  }

  const write = (order: StockingOrder): void => {
    const { lines, skus, ...header } = order
    const { orderNo, revision, status } = order
    const packed = new Map(
      statements.packedLines.all({ orderNo }).map((line) => [line.sku, line.packed]),
    )
    const problem = contradiction(order, packed)
    if (problem !== null) {
      refuse(orderNo, problem.message, problem.details)
      return
    }
    statements.writeOrder.run({
      orderNo,
      revision,
      status,
      header: JSON.stringify(header),
      dueAt: order.pickupAt ?? null,
      at: clock().toISOString(),
    })
    for (const info of skus) writeSku(info)
    statements.dropLines.run({ orderNo })
    const infos = new Map(skus.map((info) => [info.sku, JSON.stringify(info)]))
    for (const { lineNo, sku, ordered } of lines) {
      const info = infos.get(sku)
      if (info === undefined) throw new RangeError(`${sku} is not described`)
      statements.addLine.run({ orderNo, lineNo, sku, ordered, packed: packed.get(sku) ?? 0, info })
    }
    statements.dropRefusal.run({ reference: orderNo })
  }

  return {
    order: (wire) => {
      const reference = referenceOf(wire)
      const parsed = parseWire(stockingOrderSchema, wire)
      if (!parsed.ok) {
        refuse(reference, issuesText(parsed.error), { path: parsed.error[0]?.path ?? '' })
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
    sku: (wire) => {
      const sku = wireSkuCode(wire) ?? ''
      const parsed = parseWire(skuSchema, wire)
      if (parsed.ok) {
        writeSku(toSkuInfo(parsed.value))
        return { sku, problem: null }
      }
      const details = { path: parsed.error[0]?.path ?? '', reason: issuesText(parsed.error), sku }
      const message = `SKU ${sku}: ${details.reason}`
      return { sku, problem: new AppError('invalid-input', message, { details }) }
    },
  }
}
