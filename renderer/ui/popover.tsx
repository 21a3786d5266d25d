import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components'
import styles from './popover.module.css'

export interface PopoverProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly children: ReactNode
}

/** A small panel beside its button. */
export const Popover = ({ label, trigger, children }: PopoverProps) => (
  <DialogTrigger>
    {trigger}
    <AriaPopover className={styles['popover'] ?? ''} placement="bottom end">
      <Dialog aria-label={label} className={styles['panel'] ?? ''}>
        {children}
      </Dialog>
    </AriaPopover>
  </DialogTrigger>
)
