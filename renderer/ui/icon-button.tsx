import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons.tsx'
import styles from './icon-button.module.css'

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly icon: IconName
  /** What it does, in words. */
  readonly label: string
  readonly className?: string | undefined
}

export const IconButton = ({ icon, label, className, ...rest }: IconButtonProps) => (
  <AriaButton {...rest} aria-label={label} className={cx(styles['button'], className)}>
    <Icon name={icon} />
  </AriaButton>
)
