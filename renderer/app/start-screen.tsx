import { useBenchStore } from '#renderer/features/pack/index.ts'
import { RestoreOffer } from '#renderer/features/status/index.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'

/** Before the bench has been read: that it is being read, or why it cannot be. */
export const StartScreen = () => {
  const say = useSay()
  const problem = useBenchStore((state) => state.problem)
  return problem === null ? (
    <EmptyState icon="box" title={say('start.reading')} />
  ) : (
    <EmptyState
      icon="warning"
      tone="bad"
      title={say('start.failed')}
      hint={say.sentence(errorSentence(problem))}
    >
      {problem.code === 'store-corrupt' ? <RestoreOffer problem={problem} /> : null}
    </EmptyState>
  )
}
