import type { ReactNode } from 'react'
import styles from './card.module.css'
import { cx } from './cx.ts'

export interface CardProps {
  readonly children: ReactNode
  readonly label?: string
  readonly className?: string | undefined
}

/** A white sheet with a border; with a label it is a region of the page. */
export const Card = ({ children, label, className }: CardProps) => (
  <section aria-label={label} className={cx(styles['card'], className)}>
    {children}
  </section>
)
