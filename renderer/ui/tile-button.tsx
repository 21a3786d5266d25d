import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { cx } from './cx.ts'
import { Icon } from './icons.tsx'
import styles from './tile-button.module.css'

export interface TileButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly isChosen?: boolean
  readonly isDisabled?: boolean
  readonly className?: string | undefined
  /** Whether what it controls (an element's id) is open. */
  readonly isExpanded?: boolean
  readonly controls?: string
}

/** A large button with several lines of text. */
export const TileButton = (props: TileButtonProps) => {
  const { children, onPress, isChosen = false, isDisabled = false, className } = props
  const { isExpanded, controls } = props
  return (
    <AriaButton
      onPress={onPress}
      isDisabled={isDisabled}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      {...(isExpanded === true && controls !== undefined ? { 'aria-controls': controls } : {})}
      {...(isChosen ? { 'aria-current': true } : {})}
      className={cx(styles['tile'], isChosen && styles['chosen'], className)}
    >
      {children}
      {isChosen ? <Icon name="check" weight={3} className={styles['sign']} /> : null}
    </AriaButton>
  )
}
