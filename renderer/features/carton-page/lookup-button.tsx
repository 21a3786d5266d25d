import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { useKeys } from '#renderer/lib/use-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './lookup-button.module.css'

/** 查找, on every screen where scans may be looked up instead. */
export const LookupButton = () => {
  const say = useSay()
  const { act } = useStation()
  const open = (): void => void act('lookup.open', undefined)
  useKeys((key, isAsking) => (key === 'F1' && !isAsking ? open : null))
  return (
    <Button tone="quiet" className={styles['button']} aria-keyshortcuts="F1" onPress={open}>
      <Icon name="search" />
      <span className={styles['word']}>{say('lookup.title')}</span>
      <kbd className={styles['key']} aria-hidden="true">
        F1
      </kbd>
    </Button>
  )
}
