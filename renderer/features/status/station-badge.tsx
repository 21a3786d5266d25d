import { useSay } from '#renderer/lib/i18n/index.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './station-badge.module.css'
import { useStatus } from './store.ts'

/** Which bench this is, and whether it is only practice. */
export const StationBadge = () => {
  const say = useSay()
  const station = useStatus((state) => state.app?.station ?? '')
  const isTraining = useStatus((state) => state.app?.mode === 'training')
  return (
    <div className={styles['badge']}>
      {isTraining ? <b className={styles['training']}>{say('training.badge')}</b> : null}
      <span className={styles['station']} title={station}>
        <Icon name="station" className={styles['icon']} />
        <bdi>{station}</bdi>
      </span>
    </div>
  )
}
