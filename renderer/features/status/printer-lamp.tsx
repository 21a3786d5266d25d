import { Button as AriaButton } from 'react-aria-components'
import type { DevicesView } from '#shared/contract/views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './status-strip.module.css'

export interface PrinterLampProps {
  readonly device: DevicesView['printer'] | null
  /** A printer is on hold, and so many labels wait. */
  readonly held: { readonly waiting: number } | null
  readonly onOpen: () => void
}

/** The printer and what waits for it; a press opens the print queue. */
export const PrinterLamp = ({ device, held, onOpen }: PrinterLampProps) => {
  const say = useSay()
  const state = device?.state ?? 'unknown'
  const word = held === null ? say(`deviceState.${state}`) : say('printing.held')
  return (
    <AriaButton
      className={cx(styles['lamp'], styles[held !== null && state !== 'problem' ? 'warn' : state])}
      aria-label={`${say('device.printer')} · ${word}`}
      aria-haspopup="dialog"
      data-testid="print-queue"
      onPress={onOpen}
    >
      <Icon name="printer" className={styles['icon']} />
      <i aria-hidden="true" />
      {held === null ? (
        <span className={styles['word']}>{say('device.printer')}</span>
      ) : (
        <span>
          {word} {held.waiting}
        </span>
      )}
    </AriaButton>
  )
}
