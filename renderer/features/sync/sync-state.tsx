import { useState } from 'react'
import type { SyncView } from '#shared/contract/views.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { clockTime, monthDay } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { lasted } from '#renderer/lib/moments.ts'
import { refusedFor } from '#renderer/lib/server-words.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './sync-state.module.css'

/** Online or not, since when, why, and a try at once. */
export const SyncState = ({ sync, now }: { sync: SyncView; now: Date }) => {
  const say = useSay()
  const { act } = useStation()
  const [triedAt, setTriedAt] = useState<string | null>(null)
  const { state, since, problem } = sync
  const reasons = problem === null ? [] : refusedFor(problem)
  // The reason is told in words already.
  const facts =
    problem === null ? '' : errorFacts(say, problem, reasons.length > 0 ? ['reason'] : [])
  const retry = async (): Promise<void> => {
    if (await act('sync.retry', undefined)) setTriedAt(clockTime(new Date().toISOString()))
  }
  return (
    <section className={cx(styles['state'], styles[problem === null ? state : 'offline'])}>
      <Icon name={state === 'offline' ? 'cloudOff' : 'cloud'} className={styles['icon']} />
      <div className={styles['words']}>
        <p className={styles['head']}>
          <b>{say(`sync.${state}`)}</b>{' '}
          <span>
            {say('syncHealth.since', {
              day: monthDay(since),
              time: clockTime(since),
              lasted: say.sentence(lasted(since, now)),
            })}
          </span>
        </p>
        <p>{problem === null ? say(`syncHelp.${state}`) : say.sentence(errorSentence(problem))}</p>
        {reasons.length === 0 ? null : (
          <p>{reasons.map((reason) => say.sentence(reason)).join(' · ')}</p>
        )}
        {facts === '' ? null : (
          <p className={styles['facts']}>
            <bdi>{facts}</bdi>
          </p>
        )}
      </div>
      <div className={styles['try']}>
        <Button onPress={() => void retry()}>{say('sync.retry')}</Button>
        {triedAt === null ? null : <output>{say('syncHealth.retried', { time: triedAt })}</output>}
      </div>
    </section>
  )
}
