import type { RecountView } from '#shared/contract/recount-views.ts'
import type { FeedbackView } from '#shared/contract/views.ts'
import { errorCodes } from '#shared/errors.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { outcomeLook, type Tone, type VerdictSymbol } from '#renderer/lib/outcome-look.ts'

type Active = NonNullable<RecountView['active']>
export type CountedGoods = Active['counted'][number]
export type ComparedGoods = NonNullable<Active['differences']>[number]

/** The answer to the last scan. */
export interface Answer {
  readonly seq: number
  readonly tone: Tone
  readonly symbol: VerdictSymbol
  readonly title: Sentence
  readonly action: Sentence
}

/** What the middle of the screen shows while a carton is counted. */
export type RecountCentre =
  | { readonly kind: 'awaiting-mark'; readonly answer: Answer | null }
  | { readonly kind: 'begin' }
  | { readonly kind: 'go-on'; readonly units: number }
  | {
      readonly kind: 'counted'
      readonly answer: Answer
      /** What was scanned and how many of it were counted; null when nothing was. */
      readonly goods: CountedGoods | null
    }
  | {
      readonly kind: 'result'
      readonly answer: Answer | null
      readonly matches: boolean
      readonly units: number
      readonly short: number
      readonly over: number
      /** What differs first. */
      readonly lines: readonly ComparedGoods[]
    }

const answerOf = (feedback: FeedbackView): Answer => {
  const { outcome, units, facts, seq } = feedback
  const { tone, symbol } = outcomeLook[outcome]
  const look = { seq, tone, symbol }
  const error = errorCodes.find((code) => code === facts['error'])
  switch (outcome) {
    case 'counted':
      return {
        ...look,
        title: sentence('outcome.counted.title', { units }),
        action: sentence('outcome.counted.do'),
      }
    case 'undone':
      return {
        ...look,
        title: sentence('outcome.undone.title', { units }),
        action: sentence('recount.undoneDo'),
      }
    case 'unknown-code':
      return {
        ...look,
        title: sentence('recount.unknownTitle'),
        action: sentence('recount.unknownDo'),
      }
    case 'refused':
      return {
        ...look,
        title: sentence('outcome.refused.title'),
        action: error === undefined ? sentence('outcome.refused.do') : sentence(`error.${error}`),
      }
    case 'command-unknown':
    default:
      return {
        ...look,
        title: sentence('outcome.command-unknown.title'),
        action: sentence('outcome.command-unknown.do'),
      }
  }
}

const scannedGoods = ({ counted }: Active, feedback: FeedbackView): CountedGoods | null => {
  const { sku } = feedback
  if (sku === null) return null
  const known = counted.find((goods) => goods.sku === sku)
  return (
    known ?? {
      sku,
      nameZh: feedback.nameZh ?? sku,
      nameEn: feedback.nameEn ?? sku,
      units: 0,
    }
  )
}

const sumOf = (lines: readonly ComparedGoods[], missing: (line: ComparedGoods) => number): number =>
  lines.reduce((sum, line) => sum + Math.max(0, missing(line)), 0)

/** What is shown; null when no recount runs. */
export const presentRecount = ({
  awaitingMark,
  active,
  feedback,
}: RecountView): RecountCentre | null => {
  const answer = feedback === null ? null : answerOf(feedback)
  if (active === null) return awaitingMark ? { kind: 'awaiting-mark', answer } : null
  const { differences, units } = active
  if (differences !== null) {
    const differs = (line: ComparedGoods): boolean => line.expected !== line.counted
    return {
      kind: 'result',
      answer,
      matches: active.matches ?? false,
      units,
      short: sumOf(differences, (line) => line.expected - line.counted),
      over: sumOf(differences, (line) => line.counted - line.expected),
      lines: [...differences.filter(differs), ...differences.filter((line) => !differs(line))],
    }
  }
  if (feedback === null || answer === null) {
    return units === 0 ? { kind: 'begin' } : { kind: 'go-on', units }
  }
  return { kind: 'counted', answer, goods: scannedGoods(active, feedback) }
}
