import type { DecisionChoice } from '#shared/domain/order-decision.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { DecisionView } from '#shared/contract/order-views.ts'
import type { Store } from '#electron/store/index.ts'
import { createDecisions } from './decisions.ts'
import type { Outbox } from './outbox.ts'
import type { RightsBook } from './rights.ts'

/** Where somebody decides about orders that the server changed while they were packed here. */
export interface DecisionDesk {
  list(): DecisionView[]
  /**
   * Makes the choice true; the server is told when it is not followed.
   * @throws AppError decision-unknown
   */
  resolve(id: number, choice: DecisionChoice): OrderNo
}

interface DeskParts {
  readonly store: Store
  readonly outbox: Pick<Outbox, 'record'>
  /** What was decided may free rights, or ask for more. */
  readonly rights: Pick<RightsBook, 'topUp'>
  readonly station: string
  readonly clock: () => Date
  /** The wall clock as facts tell it: ISO 8601 with offset. */
  readonly localTime: (at: Date) => string
}

export const createDecisionDesk = (parts: DeskParts): DecisionDesk => {
  const { store, outbox, rights, station, clock } = parts
  const decisions = createDecisions(store, clock)
  return {
    list: decisions.list,
    resolve: (id, choice) =>
      store.transaction(() => {
        const { orderNo, revision, kind } = decisions.resolve(id, choice)
        if (choice === 'keep-packed') {
          const at = parts.localTime(clock())
          outbox.record({
            type: 'order-change-declined',
            orderNo,
            revision,
            change: kind,
            station,
            at,
          })
        }
        rights.topUp([orderNo])
        return orderNo
      }),
  }
}
