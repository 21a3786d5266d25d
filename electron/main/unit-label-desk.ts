import type { Logger } from 'pino'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import { type OrderBook, type Relabelling, unitLabelOf } from '#electron/packing/index.ts'
import type { SideLabels } from '#electron/printing/index.ts'
import { asAppError, type ProblemBoard } from './problem.ts'

interface DeskParts {
  readonly orders: Pick<OrderBook, 'load'>
  readonly labels: Pick<SideLabels, 'print'>
  readonly record: (relabelling: Relabelling) => void
  readonly operator: () => string | null
  /** ISO 8601 with offset. */
  readonly now: () => string
  readonly problems: Pick<ProblemBoard, 'raise' | 'settle'>
  readonly log: Logger
}

/** Labels for units that came without the one they need. */
export interface UnitLabelDesk {
  /**
   * Prints so many labels, one after another. Rejects with AppError unit-label-unknown, or with what kept one from coming
   * out; `printed` of its details says how many did.
   */
  print(orderNo: OrderNo, sku: Sku, count: number): Promise<void>
  /** The same for whoever does not wait: what goes wrong is told on the screen. */
  printSoon(orderNo: OrderNo, sku: Sku, count: number): void
}

export const openUnitLabelDesk = (parts: DeskParts): UnitLabelDesk => {
  const { orders, labels, problems, log } = parts

  const print = async (orderNo: OrderNo, sku: Sku, count: number): Promise<void> => {
    const info = orders.load(orderNo)?.lines.find((line) => line.sku.sku === sku)?.sku
    const label = info === undefined ? null : unitLabelOf(info)
    if (label === null) {
      throw new AppError('unit-label-unknown', sku, { details: { orderNo, sku } })
    }
    let printed = 0
    try {
      for (; printed < count; printed += 1) await labels.print(label)
      problems.settle('unit-label-failed')
    } catch (error) {
      const cause = asAppError(error)
      log.warn({ err: cause, sku, printed, count }, 'unit labels did not come out')
      const details = { sku, printed, count, ...cause.details }
      throw new AppError('unit-label-failed', cause.message, { cause, details, retryable: true })
    } finally {
      const [operator, at] = [parts.operator(), parts.now()]
      const { fnsku: code } = label
      if (printed > 0) parts.record({ orderNo, sku, code, labels: printed, operator, at })
    }
  }

  return {
    print,
    printSoon: (orderNo, sku, count) => {
      print(orderNo, sku, count).catch(problems.raise)
    },
  }
}
