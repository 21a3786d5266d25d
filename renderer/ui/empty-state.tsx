import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons.tsx'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  readonly hint?: string
  readonly tone?: 'quiet' | 'bad'
  readonly children?: ReactNode
}

/** Says why there is nothing here, and what to do. */
export const EmptyState = ({ icon, title, hint, tone = 'quiet', children }: EmptyStateProps) => (
  <div className={cx(styles['state'], styles[tone])}>
    <Icon name={icon} className={styles['icon']} weight={1.5} />
    <p className={styles['title']}>{title}</p>
    {hint === undefined ? null : <p className={styles['hint']}>{hint}</p>}
    {children}
  </div>
)
