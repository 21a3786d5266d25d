import i18next, { type i18n } from 'i18next'
import type { Language } from '#shared/contract/views.ts'
import { catalogues } from './catalogue.ts'
import { isolate } from './isolate.ts'

/** Both languages are in the bundle, so a switch is immediate. */
export const createI18n = (language: Language): i18n => {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: {
      'zh-CN': { translation: catalogues['zh-CN'] },
      en: { translation: catalogues.en },
    },
    keySeparator: false,
    nsSeparator: false,
    // React escapes HTML; here foreign text is only kept from changing the writing direction.
    interpolation: { escapeValue: true, escape: isolate, skipOnVariables: true },
    initAsync: false,
  })
  return instance
}
