import { type ReactNode, useCallback, useMemo } from 'react'
import type { OrderSummary } from '#shared/contract/views.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { filterOrders, isOver, wholeList } from './filter-orders.ts'
import { OrderFilters } from './order-filters.tsx'
import { OrderRow } from './order-row.tsx'
import styles from './orders-screen.module.css'
import { useOrders } from './store.ts'

export interface OrdersScreenProps {
  readonly now: Date
  readonly isOffline: boolean
  /** The answer to a scan, from the bench's own feature. */
  readonly feedback: ReactNode
  /** What becomes of imports, from their own feature. */
  readonly imports: ReactNode
  readonly onImport: () => void
  /** Shows planned versus packed of an order that is not packed any more. */
  readonly onReport: (orderNo: string) => void
}

const none = [] as const

/** Which order next: scan its number, or press it. */
export const OrdersScreen = (props: OrdersScreenProps) => {
  const { now, isOffline, feedback, imports, onImport, onReport } = props
  const say = useSay()
  const { act } = useStation()
  const orders = useOrders((state) => state.orders)
  const problem = useOrders((state) => state.problem)
  const filter = useOrders((state) => state.filter)
  const setFilter = useOrders((state) => state.setFilter)
  const refresh = useOrders((state) => state.refresh)
  const { shown, counts } = useMemo(() => filterOrders(orders ?? none, filter), [orders, filter])
  const open = useCallback(
    (order: OrderSummary): void => {
      if (isOver(order)) onReport(order.orderNo)
      else void act('bench.open', order.orderNo)
    },
    [act, onReport],
  )

  const list = (): ReactNode => {
    if (orders === null && problem !== null) {
      return (
        <EmptyState
          icon="warning"
          tone="bad"
          title={say('orders.failed')}
          hint={say.sentence(errorSentence(problem))}
        >
          <Button onPress={refresh}>{say('dialog.retry')}</Button>
        </EmptyState>
      )
    }
    if (orders === null) return <EmptyState icon="box" title={say('orders.loading')} />
    if (orders.length === 0) {
      return (
        <EmptyState
          icon={isOffline ? 'cloudOff' : 'box'}
          title={say('orders.none')}
          hint={say(isOffline ? 'orders.noneOffline' : 'orders.noneHint')}
        />
      )
    }
    if (shown.length === 0) {
      return (
        <EmptyState icon="search" title={say('orders.noMatch')} hint={say('orders.noMatchHint')}>
          <Button onPress={() => setFilter(wholeList)}>{say('orders.showAll')}</Button>
        </EmptyState>
      )
    }
    return (
      <ul className={styles['list']} aria-label={say('orders.title')}>
        {shown.map((order) => (
          <OrderRow key={order.orderNo} order={order} now={now} onOpen={open} />
        ))}
      </ul>
    )
  }

  return (
    <main className={styles['screen']}>
      <div className={styles['prompt']}>
        <Icon name="scan" weight={1.7} />
        <p>
          <b>{say('orders.prompt')}</b>
          <span>{say(isOffline ? 'orders.promptOffline' : 'orders.promptHint')}</span>
        </p>
        <Button onPress={onImport}>{say('orders.import')}</Button>
      </div>
      {feedback}
      {imports}
      <OrderFilters counts={counts} />
      {list()}
    </main>
  )
}
