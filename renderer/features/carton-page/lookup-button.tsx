import { useCallback } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './lookup-button.module.css'
import { useKey } from './use-key.ts'

const keys = ['F1'] as const

/** 查找, on every screen where scans may be looked up instead. */
export const LookupButton = () => {
  const say = useSay()
  const { act } = useStation()
  const open = useCallback(() => void act('lookup.open', undefined), [act])
  useKey(keys, open)
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
