import { useBenchStore } from '#renderer/features/pack/index.ts'
import { RestoreOffer } from '#renderer/features/status/index.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { type Say, useSay } from '#renderer/lib/i18n/index.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import styles from './start-screen.module.css'

interface StoppedProps {
  readonly problem: Parameters<typeof errorSentence>[0]
  readonly language: Say['language']
}

const Stopped = ({ problem, language }: StoppedProps) => {
  const say = useSay(language)
  return (
    <div lang={language} className={styles['said']}>
      <h2>{say('start.failed')}</h2>
      <p>{say.sentence(errorSentence(problem))}</p>
    </div>
  )
}

/** Before the bench has been read: that it is being read, or why it cannot be, in both languages for whoever comes to help. */
export const StartScreen = () => {
  const say = useSay()
  const problem = useBenchStore((state) => state.problem)
  return (
    <main className={styles['screen']}>
      {problem === null ? (
        <EmptyState icon="box" title={say('start.reading')} />
      ) : (
        <EmptyState icon="warning" tone="bad" title={problem.code}>
          <Stopped problem={problem} language="zh-CN" />
          <Stopped problem={problem} language="en" />
          <p className={styles['facts']}>
            <bdi>{errorFacts(say, problem)}</bdi>
          </p>
          {problem.code === 'store-corrupt' ? <RestoreOffer problem={problem} /> : null}
        </EmptyState>
      )}
    </main>
  )
}
