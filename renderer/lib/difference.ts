import { sentence, type Sentence } from './i18n/sentence.ts'

export interface Difference {
  readonly tone: 'ok' | 'warn' | 'bad'
  readonly symbol: 'check' | 'warning' | 'cross'
  readonly sentence: Sentence
}

/** How a number of units differs from what it should be: in a colour, a symbol and in words. */
export const differenceOf = (should: number, is: number): Difference => {
  if (is < should) {
    return {
      tone: 'bad',
      symbol: 'cross',
      sentence: sentence('difference.short', { count: should - is }),
    }
  }
  if (is > should) {
    return {
      tone: 'warn',
      symbol: 'warning',
      sentence: sentence('difference.over', { count: is - should }),
    }
  }
  return { tone: 'ok', symbol: 'check', sentence: sentence('difference.none') }
}
