import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { Button } from '#renderer/ui/button.tsx'
import styles from './operator-badge.module.css'
import { useOperators } from './store.ts'

/** Who is at the bench; a press signs out, as 换人 does. Nothing where nobody signs in. */
export const OperatorBadge = () => {
  const say = useSay()
  const { act } = useStation()
  const operator = useOperators(({ view }) => view?.operator ?? null)
  if (operator === null) return null
  return (
    <Button
      className={styles['badge']}
      aria-label={say('signIn.leave', { operator: operator.name })}
      onPress={() => void act('operators.signOut', undefined)}
    >
      <Icon name="person" className={styles['icon']} />
      <bdi className={styles['name']}>{operator.name}</bdi>
    </Button>
  )
}
