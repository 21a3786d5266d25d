import type { ShiftItem } from '#shared/contract/shift-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { lasted } from '#renderer/lib/moments.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import { itemWords } from './presentation.ts'
import styles from './shift-list.module.css'

const symbols = { open: 'box', accepted: 'check', missing: 'cross' } as const

interface RowProps {
  readonly item: ShiftItem
  readonly now: Date
  readonly onMissing: () => void
}

const Row = ({ item, now, onMissing }: RowProps) => {
  const say = useSay()
  const { cartonNo, orderNo, code, since, state, reason } = item
  return (
    <div className={cx(styles['row'], styles[state])} data-carton={code} data-state={state}>
      <Icon name={symbols[state]} weight={2.4} className={styles['symbol']} />
      <span className={styles['what']}>
        <b>
          {say('carton.numbered', { no: cartonNo })} <bdi>{orderNo}</bdi>
        </b>
        <span className={styles['words']}>
          {itemWords(item)
            .map((words) => say.sentence(words))
            .join(' · ')}
        </span>
        <small>
          <bdi>{code}</bdi> · {say('parked.since', { age: say.sentence(lasted(since, now)) })}
        </small>
      </span>
      {state === 'open' ? (
        <Button onPress={onMissing} aria-label={say('shift.missingTitle', { no: cartonNo })}>
          {say('shift.missing')}
        </Button>
      ) : (
        <span className={styles['said']}>
          {say(`shift.state.${state}`)}
          {reason === null ? null : <small>{reason}</small>}
        </span>
      )}
    </div>
  )
}

export interface ShiftListProps {
  readonly items: readonly ShiftItem[]
  readonly now: Date
  readonly onMissing: (item: ShiftItem) => void
}

/** Everything that is in hand, what nobody has found yet first. */
export const ShiftList = ({ items, now, onMissing }: ShiftListProps) => {
  const say = useSay()
  return (
    <Card label={say('shift.list')} className={styles['card']}>
      {items.length === 0 ? (
        <EmptyState icon="check" title={say('shift.nothing')} hint={say('shift.nothingHint')} />
      ) : (
        <WindowList
          label={say('shift.list')}
          items={items}
          rowRem={6}
          keyOf={(item) => item.code}
          render={(item) => <Row item={item} now={now} onMissing={() => onMissing(item)} />}
        />
      )}
    </Card>
  )
}
