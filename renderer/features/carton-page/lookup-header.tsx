import { useSay } from '#renderer/lib/i18n/index.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './lookup-header.module.css'

/** Says in place of the order's header that nothing is packed now. */
export const LookupHeader = () => {
  const say = useSay()
  return (
    <div className={styles['header']}>
      <h1>{say('lookup.title')}</h1>
      <p>
        <Icon name="search" weight={2.4} /> {say('lookup.notPacking')}
      </p>
    </div>
  )
}
