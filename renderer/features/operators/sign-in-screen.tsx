import type { ReactNode } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import styles from './sign-in-screen.module.css'
import { useOperators } from './store.ts'

const nobody = [] as const

export interface SignInScreenProps {
  /** The answer to a scan: nothing else here shows it. */
  readonly feedback: ReactNode
}

/** Nobody is at the bench: a badge is scanned, or a name chosen where it was left at home. */
export const SignInScreen = ({ feedback }: SignInScreenProps) => {
  const say = useSay()
  const { act } = useStation()
  const packers = useOperators(({ view }) => view?.packers ?? nobody)
  return (
    <main className={styles['screen']}>
      <div className={styles['answer']}>{feedback}</div>
      <section className={styles['call']}>
        <Icon name="person" className={styles['glyph']} weight={1.4} />
        <h2>{say('signIn.title')}</h2>
        <p>{say('signIn.text')}</p>
      </section>
      {packers.length === 0 ? null : (
        <section className={styles['names']} aria-label={say('signIn.names')}>
          <p>{say('signIn.names')}</p>
          <ul>
            {packers.map(({ id, name }) => (
              <li key={id}>
                <TileButton
                  className={styles['tile']}
                  onPress={() => void act('operators.signIn', id)}
                >
                  <bdi className={styles['name']}>{name}</bdi>
                </TileButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
