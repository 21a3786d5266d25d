import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/views.ts'
import type { TextKey, ValuesOf } from './catalogue.ts'
import type { Sentence } from './sentence.ts'

export interface Say {
  /** The text of `key` with its values, in the language on screen. */
  <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>): string
  readonly sentence: (sentence: Sentence) => string
  readonly language: Language
}

/** Speaks the packer's language, or the one that is asked for; components that use it repaint when the language changes. */
export const useSay = (wanted?: Language): Say => {
  const { t, i18n } = useTranslation(undefined, wanted === undefined ? {} : { lng: wanted })
  const language: Language = wanted ?? (i18n.language === 'en' ? 'en' : 'zh-CN')
  return useMemo(() => {
    const speak = ({ key, values }: Sentence): string =>
      t(
        key,
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            typeof value === 'object' ? speak(value) : value,
          ]),
        ),
      )
    return Object.assign(
      <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>): string =>
        speak({ key, values: values[0] ?? {} }),
      { sentence: speak, language },
    )
    // `t` changes with the language.
  }, [t, language])
}
