import type { DeviceFeedView } from '#shared/contract/device-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import styles from './live.module.css'

const two = (number: number): string => String(number).padStart(2, '0')

/** The time of day, to the millisecond. */
export const momentText = (at: number): string => {
  const time = new Date(at)
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')
  return `${clock}.${String(time.getMilliseconds()).padStart(3, '0')}`
}

/** So many leave room for the form below; the copied diagnostics hold the rest. */
const mostShown = 2

export interface LiveBytesProps {
  readonly feed: DeviceFeedView | null
  /** It types: its bytes never come here. */
  readonly isTyped: boolean
}

/** What the device sends, byte for byte, the newest at the top. */
export const LiveBytes = ({ feed, isTyped }: LiveBytesProps) => {
  const say = useSay()
  const chunks = (feed?.chunks ?? []).slice(0, mostShown)
  return (
    <section className={styles['panel']}>
      <h3>{say('devices.bytes')}</h3>
      {chunks.length === 0 ? (
        <p className={styles['quiet']}>
          {say(isTyped ? 'devices.bytesTyped' : 'devices.bytesNone')}
        </p>
      ) : (
        <ol className={styles['bytes']} aria-label={say('devices.bytes')}>
          {chunks.map(({ seq, at, hex, text }) => (
            <li key={seq}>
              <time>{momentText(at)}</time>
              <code>{hex}</code>
              <code className={styles['text']}>{text}</code>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
