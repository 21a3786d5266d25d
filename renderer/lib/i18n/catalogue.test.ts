import { describe, expect, it } from 'vitest'
import { errorCodes } from '#shared/errors.ts'
import { markVerdicts, scanNotices, scanVerdicts } from '#shared/domain/scan-verdict.ts'
import { catalogues } from './catalogue.ts'
import { createI18n } from './create-i18n.ts'

type Texts = Readonly<Record<string, string>>
const chinese: Texts = catalogues['zh-CN']
const english: Texts = catalogues.en

const plain = (key: string): string => key.replace(/_(one|other)$/, '')
const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted()

describe('the two languages', () => {
  it('have the same keys; English may add a singular', () => {
    expect(new Set(Object.keys(english).map(plain))).toEqual(
      new Set(Object.keys(chinese).map(plain)),
    )
    expect(Object.keys(chinese).filter((key) => !(key in english))).toEqual([])
  })

  it('fill the same values into each sentence', () => {
    for (const [key, text] of Object.entries(english)) {
      const other = chinese[key] ?? chinese[`${plain(key)}_other`] ?? ''
      expect(placeholders(text), key).toEqual(placeholders(other))
    }
  })

  it('leave no sentence empty', () => {
    for (const [key, text] of [...Object.entries(chinese), ...Object.entries(english)]) {
      expect(text.trim(), key).not.toBe('')
    }
  })

  it('speak of every error and every outcome', () => {
    const outcomes = [...scanVerdicts, ...markVerdicts, ...scanNotices]
    for (const texts of [chinese, english]) {
      for (const code of errorCodes) expect(texts, code).toHaveProperty([`error.${code}`])
      for (const outcome of outcomes) {
        expect(texts, outcome).toHaveProperty([`outcome.${outcome}.title`])
        expect(texts, outcome).toHaveProperty([`outcome.${outcome}.do`])
        expect(texts, outcome).toHaveProperty([`short.${outcome}`])
      }
    }
  })

  it('are not mixed up: no Chinese in English, Chinese punctuation in Chinese', () => {
    for (const [key, text] of Object.entries(english))
      expect(text, key).not.toMatch(/\p{Script=Han}/u)
    for (const [key, text] of Object.entries(chinese)) {
      expect(text, key).not.toMatch(/\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u)
    }
  })
})

describe('values in sentences', () => {
  const { t } = createI18n('zh-CN')
  const wanted = (value: string): string => t('verdict.wanted', { wanted: value, sku: 'A' })

  it('are plain text: HTML stays what it is', () => {
    expect(wanted('<b>x</b>')).toContain('<b>x</b>')
  })
  it('are never looked into: no nesting, no further values', () => {
    expect(wanted('$t(error.internal)')).toContain('$t(error.internal)')
    expect(wanted('{{sku}}')).toContain('{{sku}}')
  })
  it('cannot turn the sentence around: right-to-left text is isolated', () => {
    expect(wanted('\u202Eשלום')).toContain('\u2068\u202Eשלום\u2069')
    expect(wanted('黑色')).not.toContain('\u2068')
  })
  it('choose the plural in English', () => {
    const inEnglish = createI18n('en')
    expect(inEnglish.t('orders.cartons', { count: 1 })).toBe('1 carton')
    expect(inEnglish.t('orders.cartons', { count: 3 })).toBe('3 cartons')
    expect(t('orders.cartons', { count: 1 })).toBe('1 箱')
  })
})
