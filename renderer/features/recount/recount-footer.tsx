import { useCallback, useEffect } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { type RecountDeed, type RecountQuestion, recountKeys } from './keys.ts'
import type { RecountCentre } from './presentation.ts'
import styles from './recount-footer.module.css'
import { useRecount } from './store.ts'

export interface RecountFooterProps {
  readonly centre: RecountCentre
  readonly onAsk: (question: RecountQuestion) => void
}

/** The keys that mean something now; function keys do the same. */
export const RecountFooter = ({ centre, onAsk }: RecountFooterProps) => {
  const say = useSay()
  const { act } = useStation()
  const units = useRecount((state) => state.view?.active?.units ?? 0)
  const keys = recountKeys(centre, units)
  const doDeed = useCallback(
    (deed: RecountDeed): void => {
      if ('ask' in deed) onAsk(deed.ask)
      else void act(deed.act, undefined)
    },
    [act, onAsk],
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
            shortcut={key ?? undefined}
            onPress={() => doDeed(deed)}
          >
            {say.sentence({ key: text, values: {} })}
          </Button>
        ))}
      </div>
    </footer>
  )
}
