import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './tag.module.css'

export type TagTone = 'brand' | 'warn' | 'plain' | 'ok' | 'bad'

export const Tag = ({ tone = 'brand', children }: { tone?: TagTone; children: ReactNode }) => (
  <span className={cx(styles['tag'], styles[tone])}>{children}</span>
)
