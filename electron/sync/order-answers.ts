import type { CommandResult } from '#shared/contract/linkstar-api.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'
import type { LoggedCommand } from './command-log.ts'
import { commandSubject } from './wire-requests.ts'

/** What the server's answers mean for orders. Inside the caller's transaction. */
export interface OrderAnswers {
  answered(command: LoggedCommand, result: CommandResult): void
  changed(orderNo: OrderNo): void
  /** The orders that changed since it was asked last. */
  takeChanged(): readonly OrderNo[]
}

export const createOrderAnswers = (store: Store): OrderAnswers => {
  const setRefused = store.prepare<{ orderNo: string; refused: string | null }>()((db, param) =>
    db
      .updateTable('order_closings')
      .set({ refused: param('refused') })
      .where('order_no', '=', param('orderNo'))
      .where('declared_at', 'is not', null),
  )
  const changed = new Set<OrderNo>()

  return {
    answered: (command, result) => {
      if (command.type !== 'declare-order') return
      const { orderNo } = commandSubject(command.payload)
      if (orderNo === null) return
      const refused =
        result.status === 'refused'
          ? JSON.stringify({ code: result.code, message: result.message })
          : null
      setRefused.run({ orderNo, refused })
      changed.add(orderNo)
    },
    changed: (orderNo) => void changed.add(orderNo),
    takeChanged: () => {
      const orders = [...changed]
      changed.clear()
      return orders
    },
  }
}
