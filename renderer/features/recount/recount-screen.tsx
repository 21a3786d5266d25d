import { useState } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Announcer } from '#renderer/ui/announcer.tsx'
import { CountPanel } from './count-panel.tsx'
import { CountedCard } from './counted-card.tsx'
import type { RecountQuestion } from './keys.ts'
import { presentRecount, type RecountCentre } from './presentation.ts'
import { RecountFooter } from './recount-footer.tsx'
import { RecountQuestions } from './recount-questions.tsx'
import styles from './recount-screen.module.css'
import { ResultPanel } from './result-panel.tsx'
import { useRecount } from './store.ts'

/** The last answer as one sentence for a screen reader. */
const useSpoken = (centre: RecountCentre): string => {
  const say = useSay()
  const answer = 'answer' in centre ? centre.answer : null
  if (answer !== null) return `${say.sentence(answer.title)} · ${say.sentence(answer.action)}`
  if (centre.kind !== 'result') return ''
  return say(centre.matches ? 'recount.matchTitle' : 'recount.differTitle')
}

const Running = ({ centre }: { centre: RecountCentre }) => {
  const verdict = useRecount((state) => state.view?.feedback?.outcome ?? 'idle')
  const seq = useRecount((state) => state.view?.feedback?.seq ?? null)
  const [question, setQuestion] = useState<{
    readonly asks: RecountQuestion
    readonly at: number | null
  } | null>(null)
  return (
    <div className={styles['screen']}>
      <main className={centre.kind === 'result' ? styles['wide'] : styles['columns']}>
        {centre.kind === 'result' ? null : <CountedCard />}
        <div className={styles['centre']} data-testid="scan-feedback" data-verdict={verdict}>
          {centre.kind === 'result' ? (
            <ResultPanel result={centre} />
          ) : (
            <CountPanel centre={centre} />
          )}
          <Announcer text={useSpoken(centre)} />
        </div>
      </main>
      <RecountFooter centre={centre} onAsk={(asks) => setQuestion({ asks, at: seq })} />
      {/* Nothing may hide an answer: an open question gives way to it. */}
      {question === null || question.at !== seq ? null : (
        <RecountQuestions asks={question.asks} onClose={() => setQuestion(null)} />
      )}
    </div>
  )
}

/** The whole screen while a carton is counted: the lists of the order would tell what is expected. */
export const RecountScreen = () => {
  const view = useRecount((state) => state.view)
  const centre = view === null ? null : presentRecount(view)
  return centre === null ? null : <Running centre={centre} />
}
