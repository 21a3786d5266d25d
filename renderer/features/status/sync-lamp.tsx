import { Button as AriaButton } from 'react-aria-components'
import type { SyncView } from '#shared/contract/views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { lasted } from '#renderer/lib/moments.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './status-strip.module.css'

const lampOf = { online: 'ok', connecting: 'unknown', offline: 'warn' } as const

export interface SyncLampProps {
  readonly sync: SyncView | null
  readonly now: Date
  /** Shows everything about it. */
  readonly onOpen: () => void
}

/** How the station stands with the server: always honest, never in the way. */
export const SyncLamp = ({ sync, now, onOpen }: SyncLampProps) => {
  const say = useSay()
  const state = sync?.state ?? 'connecting'
  const text =
    sync?.state === 'offline'
      ? say('sync.offlineFor', { time: say.sentence(lasted(sync.since, now)) })
      : say(`sync.${state}`)
  return (
    <AriaButton
      className={cx(styles['lamp'], styles[lampOf[state]])}
      aria-haspopup="dialog"
      onPress={onOpen}
    >
      <Icon name={state === 'offline' ? 'cloudOff' : 'cloud'} className={styles['icon']} />
      <i aria-hidden="true" />
      <span>
        <span className={cx(state === 'online' && styles['word'])}>{text} · </span>
        {say('sync.pending')} <span data-testid="outbox-pending">{sync?.pending ?? 0}</span>
      </span>
    </AriaButton>
  )
}
