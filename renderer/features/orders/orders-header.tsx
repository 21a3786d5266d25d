import { useSay } from '#renderer/lib/i18n/index.ts'
import styles from './orders-header.module.css'

export const OrdersHeader = () => {
  const say = useSay()
  return (
    <div className={styles['header']}>
      <h1>{say('orders.title')}</h1>
      <p>{say('app.name')}</p>
    </div>
  )
}
