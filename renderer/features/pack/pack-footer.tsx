import { memo, useDeferredValue } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { type PackKey, packKeys } from './keys.ts'
import styles from './pack-footer.module.css'
import { overStatus } from './order-over.ts'
import { StepTrack } from './step-track.tsx'
import { useBenchState } from './store.ts'
import { useDeed } from './use-deed.ts'

/** Repaints only when it becomes another key: a scan changes the bench, but not its keys. */
const FooterKey = memo(({ packKey }: { packKey: PackKey }) => {
  const say = useSay()
  const doDeed = useDeed()
  return (
    <Button
      size="large"
      tone={packKey.tone}
      shortcut={packKey.key}
      onPress={() => doDeed(packKey.deed)}
    >
      {say.sentence({ key: packKey.text, values: {} })}
    </Button>
  )
})
FooterKey.displayName = 'FooterKey'

/** The keys that mean something now. The answer to a scan comes first, and these behind it. */
const FooterKeys = () => {
  const say = useSay()
  const keys = useDeferredValue(useBenchState(useShallow(packKeys)))
  if (keys === null) return null
  return (
    <div className={styles['keys']} role="toolbar" aria-label={say('keys.label')}>
      {keys.map((packKey) => (
        <FooterKey key={`${packKey.key} ${packKey.text}`} packKey={packKey} />
      ))}
    </div>
  )
}

/** Where the carton stands, and the keys that mean something now. */
export const PackFooter = () => {
  const state = useBenchState((known) => known)
  if (state === null) return null
  return (
    <footer className={styles['footer']}>
      <StepTrack step={state.carton === null && overStatus(state) !== null ? null : state.step} />
      <FooterKeys />
    </footer>
  )
}
