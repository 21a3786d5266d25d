import type { SyncHealthView } from '#shared/contract/sync-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { commandName } from '#renderer/lib/server-words.ts'
import styles from './sync-details.module.css'

/** What has not reached the server yet, by kind. */
export const PendingTypes = ({ pending }: { pending: SyncHealthView['pendingByType'] }) => {
  const say = useSay()
  return (
    <section className={styles['section']}>
      <h3>{say('syncHealth.pendingTitle')}</h3>
      {pending.length === 0 ? (
        <p className={styles['text']}>{say('syncHealth.pendingNone')}</p>
      ) : (
        <dl className={styles['pairs']}>
          {pending.map(({ type, count }) => (
            <div key={type}>
              <dt>{say.sentence(commandName(type))}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** Orders that soon cannot begin another carton without the network. */
export const NumbersLow = ({ orders }: { orders: SyncHealthView['numbersLow'] }) => {
  const say = useSay()
  if (orders.length === 0) return null
  return (
    <section className={styles['section']}>
      <h3>{say('syncHealth.numbersTitle')}</h3>
      <p className={styles['text']}>{say('syncHealth.numbersHint')}</p>
      <dl className={styles['pairs']}>
        {orders.map(({ orderNo, left }) => (
          <div key={orderNo}>
            <dt>
              <bdi>{orderNo}</bdi>
            </dt>
            <dd>{say('syncHealth.numbersLeft', { count: left })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Which server, and who this station is there. */
export const Identity = ({ health }: { health: SyncHealthView }) => {
  const say = useSay()
  const rows = [
    [say('syncHealth.server'), health.serverUrl ?? say('syncHealth.serverNone')],
    [say('syncHealth.station'), health.stationId ?? say('syncHealth.stationNone')],
    [say('syncHealth.epoch'), health.epoch === null ? '—' : String(health.epoch)],
  ] as const
  return (
    <section className={styles['section']}>
      <h3>{say('syncHealth.identity')}</h3>
      <dl className={styles['pairs']}>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
