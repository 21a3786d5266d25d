import { useSay } from '#renderer/lib/i18n/index.ts'
import styles from './lookup-header.module.css'

/** Says in place of the order's header that nothing is packed now. */
export const LookupHeader = () => {
  const say = useSay()
  return (
    <div className={styles['header']}>
      <h1>{say('lookup.title')}</h1>
      <p>{say('lookup.notPacking')}</p>
    </div>
  )
}
