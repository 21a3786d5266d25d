import type { AnsweredCommand } from '#shared/contract/sync-views.ts'
import { clockTime, daysAway, monthDay } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { commandName, serverReasons } from '#renderer/lib/server-words.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './answered-list.module.css'

export interface AnsweredListProps {
  readonly title: string
  /** Said when there is none. */
  readonly none?: string
  /** What to do about them. */
  readonly hint?: string
  readonly tone: 'bad' | 'warn'
  readonly items: readonly AnsweredCommand[]
  readonly now: Date
}

const Item = ({ item, now }: { item: AnsweredCommand; now: Date }) => {
  const say = useSay()
  const { at, orderNo, cartonCode, message } = item
  const day = daysAway(at, now) === 0 ? '' : `${monthDay(at)} `
  return (
    <li className={styles['item']}>
      <p className={styles['reason']}>
        {serverReasons(item.code)
          .map((reason) => say.sentence(reason))
          .join(' · ')}
      </p>
      <p className={styles['what']}>
        <span>{say.sentence(commandName(item.type))}</span>
        {orderNo === null ? null : <bdi>{orderNo}</bdi>}
        {cartonCode === null ? null : <span>{say('syncHealth.carton', { code: cartonCode })}</span>}
        <span>{`${day}${clockTime(at)}`}</span>
      </p>
      {message === '' ? null : (
        <p className={styles['said']}>{say('syncHealth.said', { words: message })}</p>
      )}
    </li>
  )
}

/** Commands that the server refused or doubts, each with the reason. */
export const AnsweredList = ({ title, none, hint, tone, items, now }: AnsweredListProps) => (
  <section className={styles['section']}>
    <h3>
      {title}
      {items.length === 0 ? null : ` · ${items.length}`}
    </h3>
    {items.length === 0 ? <p className={styles['none']}>{none}</p> : null}
    {items.length === 0 || hint === undefined ? null : <p className={styles['none']}>{hint}</p>}
    {items.length === 0 ? null : (
      <ul aria-label={title} className={cx(styles['list'], styles[tone])}>
        {items.map((item) => (
          <Item key={item.id} item={item} now={now} />
        ))}
      </ul>
    )}
  </section>
)
