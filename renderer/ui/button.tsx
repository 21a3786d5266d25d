import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'
import { cx } from './cx.ts'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet' | 'confirm'
  readonly size?: 'normal' | 'large'
  /** The function key that does the same. */
  readonly shortcut?: string | undefined
  readonly className?: string | undefined
}

export const Button = ({
  children,
  tone = 'plain',
  size = 'normal',
  shortcut,
  className,
  ...rest
}: ButtonProps) => (
  <AriaButton
    {...rest}
    {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
    className={cx(styles['button'], styles[tone], styles[size], className)}
  >
    {children}
    {shortcut === undefined ? null : (
      <kbd className={styles['key']} aria-hidden="true">
        {shortcut}
      </kbd>
    )}
  </AriaButton>
)
