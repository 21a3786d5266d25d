import type { ErrorShape } from '#shared/errors.ts'
import type { Say } from './i18n/index.ts'
import { sentence, type Sentence } from './i18n/sentence.ts'

export const errorSentence = (error: Pick<ErrorShape, 'code'>): Sentence =>
  sentence(`error.${error.code}`)

/** Facts worth reading to a shift lead, in this order. */
const told = [
  'file',
  'scanner',
  'path',
  'key',
  'reason',
  'address',
  'media',
  'orderNo',
  'status',
  'line',
  'sku',
  'field',
  'cartonNo',
  'cartonCode',
  'boxType',
  'characters',
] as const

/** The details of an error on one line, or an empty text. @param known what is said elsewhere */
export const errorFacts = (
  say: Pick<Say, 'sentence'>,
  error: Pick<ErrorShape, 'details'>,
  known: readonly (typeof told)[number][] = [],
): string =>
  told
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const value = error.details[name]
      if (value === undefined || value === null || value === '') return []
      // A bare number would be anything's.
      return [
        name === 'cartonNo'
          ? say.sentence(sentence('carton.numbered', { no: Number(value) }))
          : String(value),
      ]
    })
    .join(' · ')
