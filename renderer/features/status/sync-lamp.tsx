import { Button as AriaButton } from 'react-aria-components'
import type { SyncView } from '#shared/contract/views.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { clockTime } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { lasted } from '#renderer/lib/moments.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import styles from './status-strip.module.css'

const lampOf = { online: 'ok', connecting: 'unknown', offline: 'warn' } as const

const Details = ({ sync, now }: { sync: SyncView; now: Date }) => {
  const say = useSay()
  const rows: readonly (readonly [string, string])[] = [
    [say('sync.since'), say.sentence(lasted(sync.since, now))],
    [say('sync.pending'), String(sync.pending)],
    [
      say('sync.oldest'),
      sync.oldestPendingAt === null
        ? say('sync.nothing')
        : say.sentence(lasted(sync.oldestPendingAt, now)),
    ],
    [
      say('sync.lastPull'),
      sync.lastPullAt === null ? say('sync.never') : clockTime(sync.lastPullAt),
    ],
    [say('sync.codesLeft'), String(sync.codesLeft)],
  ]
  return (
    <dl className={styles['details']}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How the station stands with the server: always honest, never in the way. */
export const SyncLamp = ({ sync, now }: { sync: SyncView | null; now: Date }) => {
  const say = useSay()
  const { act } = useStation()
  const state = sync?.state ?? 'connecting'
  const text =
    sync?.state === 'offline'
      ? say('sync.offlineFor', { time: say.sentence(lasted(sync.since, now)) })
      : say(`sync.${state}`)
  return (
    <Popover
      label={say('sync.title')}
      trigger={
        <AriaButton className={cx(styles['lamp'], styles[lampOf[state]])}>
          <Icon name={state === 'offline' ? 'cloudOff' : 'cloud'} className={styles['icon']} />
          <i aria-hidden="true" />
          <span>
            <span className={cx(state === 'online' && styles['word'])}>{text} · </span>
            {say('sync.pending')} <span data-testid="outbox-pending">{sync?.pending ?? 0}</span>
          </span>
        </AriaButton>
      }
    >
      <h2 className={styles['heading']}>{text}</h2>
      <p className={styles['text']}>
        {sync?.problem == null
          ? say(`syncHelp.${state}`)
          : say.sentence(errorSentence(sync.problem))}
      </p>
      {sync?.problem == null || errorFacts(sync.problem) === '' ? null : (
        <p className={styles['text']}>
          <bdi>{errorFacts(sync.problem)}</bdi>
        </p>
      )}
      {sync === null ? null : <Details sync={sync} now={now} />}
      <Button onPress={() => void act('sync.retry', undefined)}>{say('sync.retry')}</Button>
    </Popover>
  )
}
