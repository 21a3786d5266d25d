import type { SyncHealthView } from '#shared/contract/sync-views.ts'
import type { SyncView } from '#shared/contract/views.ts'
import { clockTime, daysAway, monthDay } from '#renderer/lib/format.ts'
import { type Say, useSay } from '#renderer/lib/i18n/index.ts'
import { lasted } from '#renderer/lib/moments.ts'
import { cx } from '#renderer/ui/cx.ts'
import { codesNote } from './codes-note.ts'
import styles from './sync-figures.module.css'

interface Figure {
  readonly term: string
  readonly value: string
  readonly note: string
  readonly tone?: 'warn' | 'bad' | undefined
}

const pulled = (say: Say, term: string, at: string | null, now: Date): Figure => {
  if (at === null) return { term, value: '—', note: say('sync.never') }
  return {
    term,
    value: daysAway(at, now) === 0 ? clockTime(at) : monthDay(at),
    note: say('syncHealth.ago', { time: say.sentence(lasted(at, now)) }),
  }
}

export interface SyncFiguresProps {
  readonly health: SyncHealthView
  readonly sync: SyncView
  readonly now: Date
}

/** The four figures a shift lead asks for. */
export const SyncFigures = ({ health, sync, now }: SyncFiguresProps) => {
  const say = useSay()
  const codes = codesNote(health.codesLeft)
  const figures: readonly Figure[] = [
    {
      term: say('sync.pending'),
      value: String(sync.pending),
      note:
        sync.oldestPendingAt === null
          ? say('syncHealth.noneWaits')
          : say('syncHealth.waited', { time: say.sentence(lasted(sync.oldestPendingAt, now)) }),
    },
    {
      term: say('syncHealth.codesLeft'),
      value: String(health.codesLeft),
      note: say.sentence(codes.sentence),
      tone: codes.tone,
    },
    pulled(say, say('syncHealth.orders'), health.lastPullAt.changes, now),
    pulled(say, say('syncHealth.goods'), health.lastPullAt.skus, now),
  ]
  return (
    <dl className={styles['figures']}>
      {figures.map(({ term, value, note, tone }) => (
        <div key={term} className={cx(styles['figure'], tone !== undefined && styles[tone])}>
          <dt>{term}</dt>
          <dd>
            <b>{value}</b>
            <span>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
