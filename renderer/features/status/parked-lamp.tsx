import { Button as AriaButton } from 'react-aria-components'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './status-strip.module.css'

export interface ParkedLampProps {
  /** Cartons off the bench before they have their marks. */
  readonly count: number
  /** A temporary label did not come out. */
  readonly isMissing: boolean
  readonly onOpen: () => void
}

/** How many cartons are off the bench; a press shows them. */
export const ParkedLamp = ({ count, isMissing, onOpen }: ParkedLampProps) => {
  const say = useSay()
  const words = say('parked.count', { count })
  return (
    <AriaButton
      className={cx(styles['lamp'], styles[isMissing ? 'warn' : 'counted'])}
      aria-label={isMissing ? `${words} · ${say('parked.label.failed')}` : words}
      aria-haspopup="dialog"
      data-testid="parked-cartons"
      onPress={onOpen}
    >
      <Icon name="box" className={styles['icon']} />
      {isMissing ? <i aria-hidden="true" /> : null}
      <span className={styles['word']}>{say('parked.short')}</span>
      <span>{count}</span>
    </AriaButton>
  )
}
