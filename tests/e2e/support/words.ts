import type { Language } from '#shared/contract/views.ts'
import type { TextKey } from '#renderer/lib/i18n/index.ts'
import { createI18n } from '#renderer/lib/i18n/create-i18n.ts'

/** What the screen says for a text key, as a person would look for it. */
export type Words = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

export const wordsOf = (language: Language): Words => {
  const { t } = createI18n(language)
  return (key, values = {}) =>
    t<TextKey, Record<string, string | number>, string>(key, { ...values })
}
