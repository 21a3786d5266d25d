import { useSay } from '#renderer/lib/i18n/index.ts'
import styles from './shift-header.module.css'
import { useShift } from './store.ts'

/** Who hands over how much, in place of the order's header. */
export const ShiftHeader = () => {
  const say = useSay()
  const active = useShift((state) => state.view?.active ?? null)
  return (
    <div className={styles['header']}>
      <h1>{say('shift.title')}</h1>
      <p>
        <bdi>{active?.from}</bdi>
        {active?.from == null ? null : ' · '}
        {say('shift.total', { count: active?.items.length ?? 0 })}
      </p>
    </div>
  )
}
