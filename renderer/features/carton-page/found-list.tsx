import type { ReactNode } from 'react'
import type { FoundView } from '#shared/contract/lookup-views.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { FoundCartons } from './found-cartons.tsx'
import styles from './found-list.module.css'
import { isNothing } from './verdict.ts'

interface GroupProps {
  readonly title: string
  readonly isCut: boolean
  readonly children: ReactNode
}

const Group = ({ title, isCut, children }: GroupProps) => {
  const say = useSay()
  return (
    <section className={styles['group']}>
      <h2 className={styles['heading']}>{title}</h2>
      {children}
      {isCut ? <p className={styles['more']}>{say('lookup.more')}</p> : null}
    </section>
  )
}

export interface FoundListProps {
  readonly found: FoundView
  /** No order may be opened while one is in hand. */
  readonly isOrderInHand: boolean
  readonly onShow: (code: string) => void
  readonly onOpenOrder: (orderNo: string) => void
  /** Looks for this instead. */
  readonly onSearch: (text: string) => void
}

/** What a code belongs to: cartons, orders, goods with the cartons that hold them. */
export const FoundList = (props: FoundListProps) => {
  const { found, isOrderInHand, onShow, onOpenOrder, onSearch } = props
  const say = useSay()
  const { text, cartons, orders, goods } = found
  if (isNothing(found)) {
    return (
      <EmptyState icon="search" title={say('lookup.none', { text })} hint={say('lookup.noneDo')} />
    )
  }
  return (
    <div className={styles['list']}>
      {cartons.rows.length === 0 ? null : (
        <Group title={say('cartons.title')} isCut={cartons.more}>
          <FoundCartons label={say('cartons.title')} cartons={cartons.rows} onShow={onShow} />
        </Group>
      )}
      {orders.rows.length === 0 ? null : (
        <Group title={say('lookup.orders')} isCut={orders.more}>
          <ul className={styles['orders']} aria-label={say('lookup.orders')}>
            {orders.rows.map((order) => (
              <li key={order.orderNo} className={styles['order']}>
                <b>
                  <bdi>{order.orderNo}</bdi>
                </b>
                <span>{say('orders.cartons', { count: order.cartons })}</span>
                {order.cartons === 0 || order.orderNo === text ? null : (
                  <Button onPress={() => onSearch(order.orderNo)}>{say('lookup.cartonsOf')}</Button>
                )}
                {isOrderInHand ? null : (
                  <Button onPress={() => onOpenOrder(order.orderNo)}>
                    {say('lookup.openOrder')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Group>
      )}
      {goods.rows.length === 0 ? null : (
        <Group title={say('lookup.goods')} isCut={goods.more}>
          {goods.rows.map((row) => {
            const name = localName(say.language, row.nameZh, row.nameEn)
            return (
              <div key={row.sku} className={styles['goods']}>
                <h3 className={styles['name']}>
                  <NameText name={name} /> <bdi>{row.sku}</bdi>
                </h3>
                {row.cartons.length === 0 ? (
                  <p className={styles['more']}>{say('lookup.goodsNone')}</p>
                ) : (
                  <FoundCartons label={name} cartons={row.cartons} onShow={onShow} />
                )}
                {row.more ? <p className={styles['more']}>{say('lookup.more')}</p> : null}
              </div>
            )
          })}
        </Group>
      )}
    </div>
  )
}
