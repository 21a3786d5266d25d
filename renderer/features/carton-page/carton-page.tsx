import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Announcer } from '#renderer/ui/announcer.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { CartonCard } from './carton-card.tsx'
import styles from './carton-page.module.css'
import { LifeList } from './life-list.tsx'
import { usePage } from './use-page.ts'

/** One carton with its whole life. */
export const CartonPage = ({ code }: { code: string }) => {
  const say = useSay()
  const { page, problem } = usePage(code)
  if (page === null) {
    return problem === null ? (
      <EmptyState icon="box" title={say('life.reading')} />
    ) : (
      <EmptyState
        icon="warning"
        tone="bad"
        title={say('life.failed')}
        hint={say.sentence(errorSentence(problem))}
      />
    )
  }
  const { cartonNo, orderNo, state } = page
  return (
    <div className={styles['page']}>
      <CartonCard page={page} />
      <LifeList page={page} />
      <Announcer
        text={`${say('carton.numbered', { no: cartonNo })} · ${orderNo} · ${say(`cartonState.${state}`)}`}
      />
    </div>
  )
}
