import type { Logger } from 'pino'
import type { OrderNo } from '#shared/domain/order.ts'
import type { PackEffect } from '#shared/domain/pack-session.ts'
import type { UnitLabel } from '#shared/domain/unit-label.ts'
import { AppError } from '#shared/errors.ts'
import type { Relabelling } from '#electron/packing/index.ts'
import type { SideLabels } from '#electron/printing/index.ts'
import { asAppError, type ProblemBoard } from './problem.ts'

interface DeskParts {
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
  /** Prints so many labels, one after another; what keeps one from coming out is told on the screen. */
  print(orderNo: OrderNo, label: UnitLabel, count: number): void
  /** After a commit of the bench: labels that did not come out matter no more once their goods are packed, or their order is left. */
  committed(effects: readonly PackEffect[], inHand: OrderNo | null): void
}

export const openUnitLabelDesk = (parts: DeskParts): UnitLabelDesk => {
  const { labels, problems, log } = parts
  let missing: { readonly orderNo: OrderNo; readonly label: UnitLabel } | null = null

  const settle = (): void => {
    missing = null
    problems.settle('unit-label-failed')
  }

  const print = async (orderNo: OrderNo, label: UnitLabel, count: number): Promise<void> => {
    const { sku, fnsku: code } = label
    let printed = 0
    try {
      for (; printed < count; printed += 1) await labels.print(label)
      settle()
    } catch (error) {
      const cause = asAppError(error)
      log.warn({ err: cause, sku, printed, count }, 'unit labels did not come out')
      missing = { orderNo, label }
      const details = { sku, printed, count, ...cause.details }
      throw new AppError('unit-label-failed', cause.message, { cause, details, retryable: true })
    } finally {
      const [operator, at] = [parts.operator(), parts.now()]
      if (printed > 0) parts.record({ orderNo, sku, code, labels: printed, operator, at })
    }
  }

  return {
    print: (orderNo, label, count) => {
      print(orderNo, label, count).catch(problems.raise)
    },
    committed: (effects, inHand) => {
      if (missing === null) return
      const { orderNo, label } = missing
      const isPacked = effects.some(
        (effect) => effect.type === 'units-added' && effect.sku === label.sku,
      )
      if (isPacked || inHand !== orderNo) settle()
    },
  }
}
