import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Wide ones hold tables and lists. */
  readonly size?: 'normal' | 'wide'
  readonly children: ReactNode
}

/** A key that is gone took the focus along: then nothing of the dialog hears Escape, only the page does. */
const EscapeOfPage = ({ onClose }: Pick<DialogProps, 'onClose'>) => {
  const here = useRef<HTMLSpanElement>(null)
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.target !== document.body) return
    const uppermost = [...document.querySelectorAll('[role="dialog"]')].at(-1)
    if (uppermost?.contains(here.current) === true) onClose()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return <span ref={here} hidden />
}

/** A question over the screen; Escape and a press outside close it without doing anything. */
export const Dialog = ({
  title,
  closeLabel,
  isOpen,
  onClose,
  size = 'normal',
  children,
}: DialogProps) => (
  <ModalOverlay
    isOpen={isOpen}
    isDismissable
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
    className={styles['overlay'] ?? ''}
  >
    <Modal className={cx(styles['modal'], styles[size])}>
      <AriaDialog className={styles['dialog'] ?? ''}>
        <header className={styles['head']}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <IconButton icon="close" label={closeLabel} onPress={onClose} />
        </header>
        {children}
        <EscapeOfPage onClose={onClose} />
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)

/** The buttons that end a dialog. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <footer className={styles['actions']}>{children}</footer>
)
