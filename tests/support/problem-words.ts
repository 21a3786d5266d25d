import type { Language } from '#shared/contract/views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { createI18n } from '#renderer/lib/i18n/create-i18n.ts'
import { refusedFor } from '#renderer/lib/server-words.ts'

/** What the sync panel says of a problem. */
export const problemWords = (problem: ErrorShape | null, language: Language): string => {
  if (problem === null) return ''
  const { t } = createI18n(language)
  return [errorSentence(problem), ...refusedFor(problem)]
    .map(({ key, values }) => t(key, { ...values }))
    .join(' ')
}
