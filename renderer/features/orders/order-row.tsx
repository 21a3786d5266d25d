import { memo } from 'react'
import type { OrderSummary } from '#shared/contract/views.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { dueSentence } from '#renderer/lib/moments.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import { Tag, type TagTone } from '#renderer/ui/tag.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import { type OrderProgress, progressOf } from './filter-orders.ts'
import styles from './order-row.module.css'

const tones = {
  'to-do': 'plain',
  'in-progress': 'brand',
  done: 'ok',
  refused: 'bad',
  cancelled: 'plain',
} as const satisfies Record<OrderProgress, TagTone>

export interface OrderRowProps {
  readonly order: OrderSummary
  readonly now: Date
  readonly onOpen: (orderNo: string) => void
}

const Refusal = ({ error }: { error: NonNullable<OrderSummary['refused']> }) => {
  const say = useSay()
  const facts = errorFacts(error)
  return (
    <span className={styles['refusal']}>
      <Icon name="warning" />
      <span>
        {say.sentence(errorSentence(error))}
        {facts === '' ? null : (
          <>
            {' '}
            <bdi>({facts})</bdi>
          </>
        )}
      </span>
    </span>
  )
}

/** One stocking order: whose, where to, how, by when and how far. */
export const OrderRow = memo(({ order, now, onOpen }: OrderRowProps) => {
  const say = useSay()
  const progress = progressOf(order)
  const due = order.dueAt === null ? null : dueSentence(order.dueAt, now)
  const isOver = progress === 'done' || progress === 'cancelled'
  return (
    <li className={styles['item']}>
      <TileButton
        className={cx(styles['row'], isOver && styles['over'])}
        isDisabled={order.refused !== null}
        onPress={() => onOpen(order.orderNo)}
      >
        <span className={styles['order']}>
          <b>{order.orderNo}</b>
          <NameText tells="start" name={localName(say.language, order.sellerZh, order.sellerEn)} />
        </span>
        <span className={styles['warehouse']}>
          <b>
            <bdi>{order.warehouseCode}</bdi>
          </b>
          <NameText
            tells="start"
            name={localName(say.language, order.warehouseZh, order.warehouseEn)}
          />
        </span>
        <span className={styles['service']}>
          <span className={styles['mode']}>
            {say(`mode.${order.transportMode}`)} · {say(`duty.${order.dutyTerms}`)} ·{' '}
            <bdi>{order.service}</bdi>
          </span>
          <span className={styles['tags']}>
            {order.cargoClasses.map((cargoClass) => (
              <Tag key={cargoClass} tone={cargoClass === 'general' ? 'plain' : 'warn'}>
                {say(`cargo.${cargoClass}`)}
              </Tag>
            ))}
          </span>
        </span>
        <span className={cx(styles['due'], due !== null && !isOver && styles[due.tone])}>
          {due === null ? null : <Icon name="clock" />}
          {due === null ? say('due.none') : say.sentence(due.sentence)}
        </span>
        <span className={styles['progress']}>
          <span className={styles['counts']}>
            <b>{order.packed}</b>/{order.ordered} {say('unit.pieces')}
            <em>{say('orders.cartons', { count: order.cartons })}</em>
          </span>
          <ProgressBar
            label={order.orderNo}
            value={order.packed}
            of={order.ordered}
            valueLabel={`${order.packed}/${order.ordered}`}
          />
        </span>
        <span className={styles['state']}>
          <Tag tone={tones[progress]}>{say(`orders.${progress}`)}</Tag>
          {order.refused === null ? <Icon name="next" className={styles['arrow']} /> : null}
        </span>
        {order.refused === null ? null : <Refusal error={order.refused} />}
      </TileButton>
    </li>
  )
})
OrderRow.displayName = 'OrderRow'
