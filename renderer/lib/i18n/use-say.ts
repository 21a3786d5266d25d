import type { i18n as I18n } from 'i18next'
import {
  createContext,
  createElement,
  type ReactNode,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react'
import type { Language } from '#shared/contract/views.ts'
import type { TextKey, ValuesOf } from './catalogue.ts'
import type { Sentence } from './sentence.ts'

export interface Say {
  /** The text of `key` with its values, in the language on screen. */
  <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>): string
  readonly sentence: (sentence: Sentence) => string
  readonly language: Language
}

const createSay = (i18n: I18n, language: Language): Say => {
  const t = i18n.getFixedT(language)
  // Most texts have no values, and a scan says dozens of them anew.
  const plain = new Map<TextKey, string>()
  const speakPlain = (key: TextKey): string => {
    const known = plain.get(key)
    if (known !== undefined) return known
    const text = t(key)
    plain.set(key, text)
    return text
  }
  const speak = ({ key, values }: Sentence): string => {
    const told = Object.entries(values)
    if (told.length === 0) return speakPlain(key)
    return t(
      key,
      Object.fromEntries(
        told.map(([name, value]) => [name, typeof value === 'object' ? speak(value) : value]),
      ),
    )
  }
  return Object.assign(
    <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>): string =>
      speak({ key, values: values[0] ?? {} }),
    { sentence: speak, language },
  )
}

const says = new WeakMap<I18n, Map<Language, Say>>()

/** One for each language, so that nobody repaints for another of the same. */
const sayIn = (i18n: I18n, language: Language): Say => {
  const known = says.get(i18n) ?? new Map<Language, Say>()
  says.set(i18n, known)
  const say = known.get(language) ?? createSay(i18n, language)
  known.set(language, say)
  return say
}

const Context = createContext<I18n | null>(null)

export const LanguageProvider = ({ i18n, children }: { i18n: I18n; children: ReactNode }) =>
  createElement(Context, { value: i18n }, children)

const useI18n = (): I18n => {
  const i18n = useContext(Context)
  if (i18n === null) throw new Error('no LanguageProvider around this component')
  return i18n
}

/** Speaks the packer's language, or the one that is asked for; components that use it repaint when the language changes. */
export const useSay = (wanted?: Language): Say => {
  const i18n = useI18n()
  const onChange = useCallback(
    (changed: () => void) => {
      i18n.on('languageChanged', changed)
      return () => i18n.off('languageChanged', changed)
    },
    [i18n],
  )
  const shown = useSyncExternalStore(onChange, () => i18n.language)
  return sayIn(i18n, wanted ?? (shown === 'en' ? 'en' : 'zh-CN'))
}
