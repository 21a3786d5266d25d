import { useCallback, useEffect, useMemo } from 'react'
import type { ShiftView } from '#shared/contract/shift-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { type ShiftDeed, shiftKeys } from './keys.ts'
import styles from './shift-footer.module.css'

export interface ShiftFooterProps {
  readonly active: NonNullable<ShiftView['active']>
  /** Asks before what was accepted is lost. */
  readonly onAskLeave: () => void
}

/** The keys that mean something now; the keys of the keyboard do the same. */
export const ShiftFooter = ({ active, onAskLeave }: ShiftFooterProps) => {
  const say = useSay()
  const { act } = useStation()
  const keys = useMemo(() => shiftKeys(active), [active])
  const doDeed = useCallback(
    (deed: ShiftDeed): void => {
      if (deed === 'ask-leave') onAskLeave()
      else if (deed === 'finish') void act('shift.finish', null)
      else void act(`shift.${deed}`, undefined)
    },
    [act, onAskLeave],
  )
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const found = keys.find(({ key }) => key === event.key)
      if (found === undefined || document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      doDeed(found.deed)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys, doDeed])
  return (
    <footer className={styles['footer']}>
      <div className={styles['keys']} role="toolbar" aria-label={say('keys.label')}>
        {keys.map(({ key, text, tone, deed }) => (
          <Button
            key={text}
            size="large"
            tone={tone}
            shortcut={key === 'Escape' ? 'Esc' : key}
            onPress={() => doDeed(deed)}
          >
            {say.sentence({ key: text, values: {} })}
          </Button>
        ))}
      </div>
    </footer>
  )
}
