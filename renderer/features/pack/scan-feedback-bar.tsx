import { useSay } from '#renderer/lib/i18n/index.ts'
import { Announcer } from '#renderer/ui/announcer.tsx'
import { stripOf } from './presentation.ts'
import { useBenchState } from './store.ts'
import { StripLine } from './strip-line.tsx'
import styles from './scan-feedback-bar.module.css'

/** The answer to a scan where no order is open: a band, since there is no verdict panel. */
export const ScanFeedbackBar = () => {
  const say = useSay()
  const feedback = useBenchState((state) => state.feedback)
  if (feedback === null) {
    return <div data-testid="scan-feedback" data-verdict="idle" hidden />
  }
  const strip = stripOf(feedback)
  return (
    <div data-testid="scan-feedback" data-verdict={feedback.outcome} className={styles['bar']}>
      <StripLine key={feedback.seq} strip={strip} />
      <Announcer text={`${say.sentence(strip.title)} · ${say.sentence(strip.action)}`} />
    </div>
  )
}
