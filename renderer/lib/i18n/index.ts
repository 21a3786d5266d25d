export type { TextKey } from './catalogue.ts'
export { createI18n } from './create-i18n.ts'
export { sentence, type Sentence } from './sentence.ts'
export { LanguageProvider, useSay, type Say } from './use-say.ts'
