import { memo } from 'react'
import type { OrderSummary } from '#shared/contract/views.ts'
import { errorFacts } from '#renderer/lib/error-sentence.ts'
import { localName } from '#renderer/lib/format.ts'
import { sentence, useSay } from '#renderer/lib/i18n/index.ts'
import { dueSentence } from '#renderer/lib/moments.ts'
import { orderFault } from '#renderer/lib/order-fault.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import { Tag, type TagTone } from '#renderer/ui/tag.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import { isOver, type OrderProgress, progressOf } from './filter-orders.ts'
import styles from './order-row.module.css'

const tones = {
  'to-do': 'plain',
  'in-progress': 'brand',
  done: 'ok',
  'declaration-refused': 'bad',
  closed: 'warn',
  declared: 'plain',
  accepted: 'ok',
  refused: 'bad',
  cancelled: 'plain',
} as const satisfies Record<OrderProgress, TagTone>

export interface OrderRowProps {
  readonly order: OrderSummary
  readonly now: Date
  /** To pack it, or to look at what became of it. */
  readonly onOpen: (order: OrderSummary) => void
}

/** What is wrong with the order as the server sent it, in words, and for whoever puts it right in the server's own. */
const Refusal = ({
  error,
  isHere,
}: {
  error: NonNullable<OrderSummary['refused']>
  isHere: boolean
}) => {
  const say = useSay()
  const told = isHere ? 'orderRefused.change' : 'orderRefused.order'
  const facts = errorFacts(say, { details: { path: '', ...error.details, orderNo: '' } })
  return (
    <span className={styles['refusal']}>
      <Icon name="warning" />
      <span>
        {say.sentence(sentence(told, { what: orderFault(error.details) }))}
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
  const isHere = order.lines > 0
  const due = order.dueAt === null ? null : dueSentence(order.dueAt, now)
  const isDone = progress === 'done' || isOver(order)
  return (
    <li className={styles['item']}>
      <TileButton
        className={cx(styles['row'], isDone && styles['over'])}
        isDisabled={!isHere}
        onPress={() => onOpen(order)}
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
        <span className={cx(styles['due'], due !== null && !isDone && styles[due.tone])}>
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
          {isHere ? <Icon name="next" className={styles['arrow']} /> : null}
        </span>
        {order.refused === null ? null : <Refusal error={order.refused} isHere={isHere} />}
      </TileButton>
    </li>
  )
})
OrderRow.displayName = 'OrderRow'
