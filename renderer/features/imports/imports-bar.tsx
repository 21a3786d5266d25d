import { useSay } from '#renderer/lib/i18n/index.ts'
import { serverReasons } from '#renderer/lib/server-words.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './imports-bar.module.css'
import { useImports } from './store.ts'

const namesShown = 5

/** Imports on their way to the server, and those it did not take. */
export const ImportsBar = ({ isOffline }: { isOffline: boolean }) => {
  const say = useSay()
  const { act } = useStation()
  const waiting = useImports((state) => state.waiting)
  const refused = useImports((state) => state.refused)
  const names = [...new Set(waiting.map(({ orderNo }) => orderNo))]
  const listed = `${names.slice(0, namesShown).join(', ')}${names.length > namesShown ? ' …' : ''}`
  return (
    <output className={styles['bars']}>
      {waiting.length === 0 ? null : (
        <span className={styles['waiting']}>
          <Icon name={isOffline ? 'cloudOff' : 'cloud'} />
          <span>
            {say('imports.waiting', { count: waiting.length, names: listed })}
            {isOffline ? ` · ${say('imports.waitingOffline')}` : null}
          </span>
        </span>
      )}
      {refused.map(({ id, kind, orderNo, code }) => (
        <span key={id} className={styles['refused']}>
          <Icon name="warning" />
          <span>
            {say(`imports.refused.${kind}`, {
              orderNo,
              reason: serverReasons(code)
                .map((reason) => say.sentence(reason))
                .join(' · '),
            })}
          </span>
          <Button onPress={() => void act('imports.dismiss', id)}>{say('imports.read')}</Button>
        </span>
      ))}
    </output>
  )
}
