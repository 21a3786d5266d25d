import { describe, expect, it } from 'vitest'
import { errorFacts } from './error-sentence.ts'
import { createI18n } from './i18n/create-i18n.ts'
import type { Sentence } from './i18n/index.ts'

const inLanguage = (language: 'zh-CN' | 'en') => {
  const { t } = createI18n(language)
  return { sentence: ({ key, values }: Sentence) => t(key, values) }
}
const details = { cartonNo: 3, orderNo: 'BH-1', file: '', sku: null, secret: 'token' }

describe('the facts of an error', () => {
  it.each([
    ['zh-CN', 'BH-1 · 第 3 箱'],
    ['en', 'BH-1 · Carton 3'],
  ] as const)('are told in their order, a carton by its word: %s', (language, line) => {
    expect(errorFacts(inLanguage(language), { details })).toBe(line)
  })

  it('leave out what is said elsewhere', () => {
    expect(errorFacts(inLanguage('en'), { details }, ['cartonNo'])).toBe('BH-1')
  })
})
