import { useSay } from '#renderer/lib/i18n/index.ts'
import styles from './recount-header.module.css'
import { useRecount } from './store.ts'

/** Which carton is counted, in place of the order's header. */
export const RecountHeader = () => {
  const say = useSay()
  const active = useRecount((state) => state.view?.active ?? null)
  return (
    <div className={styles['header']}>
      <h1>
        {active === null ? say('recount.title') : say('recount.carton', { no: active.cartonNo })}
      </h1>
      <p>
        <bdi>{active?.orderNo}</bdi>
        {active === null ? null : ' · '}
        {say(active?.differences == null ? 'recount.blind' : 'recount.over')}
      </p>
    </div>
  )
}
