import type { FormEvent, ReactNode } from 'react'
import styles from './form.module.css'

export interface FormProps {
  readonly onSubmit: (event: FormEvent) => void
  readonly children: ReactNode
}

/** The fields of a dialog; Enter sends it. */
export const Form = ({ onSubmit, children }: FormProps) => (
  <form onSubmit={onSubmit} className={styles['form']}>
    {children}
  </form>
)
