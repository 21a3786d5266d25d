import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './progress-bar.module.css'

export interface ProgressBarProps {
  readonly label: string
  readonly value: number
  readonly of: number
  /** Read out instead of a percentage. */
  readonly valueLabel: string
}

export const ProgressBar = ({ label, value, of, valueLabel }: ProgressBarProps) => {
  const share = of === 0 ? 0 : Math.min(1, value / of)
  return (
    <AriaProgressBar
      aria-label={label}
      value={value}
      maxValue={Math.max(of, 1)}
      valueLabel={valueLabel}
      className={cx(styles['track'], share === 1 && styles['full'])}
    >
      <span className={styles['fill']} style={{ transform: `scaleX(${share})` }} />
    </AriaProgressBar>
  )
}
