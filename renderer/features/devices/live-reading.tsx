import type { DeviceListView } from '#shared/contract/device-views.ts'
import { kilograms } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './live.module.css'
import { ReadingChart } from './reading-chart.tsx'
import { useDevices } from './store.ts'

export interface LiveReadingProps {
  readonly scale: NonNullable<DeviceListView['scale']>
}

/** What the scale shows now and has shown, and its own keys where it takes commands. */
export const LiveReading = ({ scale }: LiveReadingProps) => {
  const say = useSay()
  const { act } = useStation()
  const readings = useDevices((state) => state.readings)
  const isLive = useDevices((state) => state.feed?.state === 'live')
  const newest = readings.at(-1)
  return (
    <section className={styles['panel']}>
      <header className={styles['head']}>
        <h3>{say('devices.readings')}</h3>
        {scale.canTare ? (
          <Button onPress={() => void act('devices.tare', undefined)}>{say('devices.tare')}</Button>
        ) : null}
        {scale.canZero ? (
          <Button onPress={() => void act('devices.zero', undefined)}>{say('devices.zero')}</Button>
        ) : null}
      </header>
      {newest === undefined || !isLive ? (
        <p className={styles['quiet']}>{say('devices.noReading')}</p>
      ) : (
        <p className={styles['weight']}>
          <b>{`${kilograms(newest.grams)} kg`}</b>
          <Tag tone={newest.stable ? 'ok' : 'warn'}>
            {say(newest.stable ? 'devices.stable' : 'devices.moving')}
          </Tag>
          <Tag tone="plain">{say(newest.net ? 'devices.net' : 'devices.gross')}</Tag>
        </p>
      )}
      <ReadingChart readings={readings} />
    </section>
  )
}
