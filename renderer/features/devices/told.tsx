import type { ErrorShape } from '#shared/errors.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import styles from './device-form.module.css'

/** What went wrong, or what came out, in one place that screen readers hear. */
export const Told = ({ error, text }: { error: ErrorShape | null; text: string | null }) => {
  const say = useSay()
  return (
    <output className={styles['told']} data-tone={error === null ? 'calm' : 'bad'}>
      {error === null ? text : `${say.sentence(errorSentence(error))} ${errorFacts(say, error)}`}
    </output>
  )
}
