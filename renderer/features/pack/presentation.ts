import type {
  BenchCarton,
  BenchState,
  FeedbackView,
  Language,
  WeighProblem,
} from '#shared/contract/views.ts'
import type { PackMode } from '#shared/domain/pack-session.ts'
import { locking, type ScanOutcome } from '#shared/domain/scan-verdict.ts'
import type { Sentence } from '#renderer/lib/i18n/index.ts'
import {
  type MarkFace,
  markFaces,
  type MarkTrouble,
  markTrouble,
} from '#renderer/lib/print-state.ts'
import {
  feedbackAction,
  feedbackFacts,
  feedbackTitle,
  reportOffered,
} from './feedback-sentences.ts'
import type { BenchMirror } from './mirror.ts'
import { overStatus, type OverStatus } from './order-over.ts'
import { outcomeLook, type Tone, type VerdictSymbol } from '#renderer/lib/outcome-look.ts'
import { type Goods, type Hero, scannedGoods, verdictHero } from './verdict-goods.ts'

/** A line of words with its colour and symbol. */
export interface Strip {
  readonly tone: Tone
  readonly symbol: VerdictSymbol
  readonly title: Sentence
  readonly action: Sentence
  /** The order whose report can be looked at, if the answer is about its end. */
  readonly report: string | null
}

export interface VerdictCentre extends Strip {
  readonly kind: 'verdict'
  readonly seq: number
  /** What the huge figure counts, or what the huge words are. */
  readonly caption: Sentence | null
  readonly hero: Hero | null
  readonly goods: Goods | null
  readonly facts: readonly Sentence[]
}

/** What the middle of the Pack screen shows. */
export type Centre =
  | VerdictCentre
  | {
      readonly kind: 'begin'
      readonly boxTypeId: string
      readonly parked: number
      readonly mode: PackMode
      readonly planned: BenchState['planned']
    }
  /** Everything is in cartons, and some of them are off the bench. */
  | { readonly kind: 'parked-left'; readonly parked: number }
  | {
      readonly kind: 'go-on'
      readonly carton: BenchCarton
      readonly times: number
      readonly over: OverStatus | null
    }
  | {
      readonly kind: 'order-over'
      readonly status: OverStatus
      readonly packed: number
      readonly ordered: number
    }
  | {
      readonly kind: 'order-complete'
      readonly ordered: number
      readonly short: number
      readonly cartonNo: number | null
    }
  | {
      readonly kind: 'complete'
      readonly seq: number
      readonly code: string
      readonly cartonNo: number
    }
  | {
      readonly kind: 'weighing'
      readonly carton: BenchCarton
      readonly problem: WeighProblem | null
      readonly strip: Strip | null
    }
  | {
      readonly kind: 'marking' | 'scan-back'
      readonly carton: BenchCarton
      readonly faces: readonly MarkFace[]
      /** Labels and marks from rolls that are confirmed. */
      readonly confirmed: number
      readonly trouble: MarkTrouble | null
      readonly strip: Strip | null
    }

/** `data-verdict` of the screen: the last answer, or `idle`. */
export const shownVerdict = (
  feedback: FeedbackView | null,
  locked: boolean,
): 'idle' | ScanOutcome =>
  feedback === null || (locking.has(feedback.outcome) && !locked) ? 'idle' : feedback.outcome

/** An answer as a band. */
export const stripOf = (feedback: FeedbackView): Strip => ({
  tone: outcomeLook[feedback.outcome].tone,
  symbol: outcomeLook[feedback.outcome].symbol,
  title: feedbackTitle(feedback),
  action: feedbackAction(feedback),
  report: reportOffered(feedback),
})

const verdict = (
  mirror: BenchMirror,
  feedback: FeedbackView,
  language: Language,
): VerdictCentre => {
  const goods = scannedGoods(mirror, feedback)
  return {
    kind: 'verdict',
    seq: feedback.seq,
    ...stripOf(feedback),
    ...verdictHero(mirror, feedback, goods, language),
    goods,
    facts: feedbackFacts(mirror, feedback, goods, language),
  }
}

const packing = (mirror: BenchMirror, language: Language): Centre => {
  const { carton, feedback, lastVerified, locked, ordered, packed, parked, short } = mirror.state
  const { times, nextBoxType } = mirror.state
  const shown = shownVerdict(feedback, locked)
  if (feedback !== null && shown !== 'idle' && shown !== 'carton-verified') {
    return verdict(mirror, feedback, language)
  }
  const over = overStatus(mirror.state)
  if (carton !== null) return { kind: 'go-on', carton, times, over }
  if (over !== null) return { kind: 'order-over', status: over, packed, ordered }
  if (ordered > 0 && packed >= ordered && parked > 0) return { kind: 'parked-left', parked }
  if (ordered > 0 && packed + short >= ordered && parked === 0) {
    const cartonNo = lastVerified?.cartonNo ?? null
    return { kind: 'order-complete', ordered, short, cartonNo }
  }
  if (lastVerified !== null) {
    return { kind: 'complete', seq: feedback?.seq ?? 0, ...lastVerified }
  }
  const { mode, planned } = mirror.state
  return { kind: 'begin', boxTypeId: nextBoxType, parked, mode, planned }
}

/** Decides what the centre shows. Pure: the same bench always gives the same picture. */
export const presentCentre = (mirror: BenchMirror, language: Language): Centre => {
  const { state } = mirror
  const { carton, feedback, locked, step } = state
  if (step === 'packing' || carton === null) return packing(mirror, language)
  if (locked && feedback !== null) return verdict(mirror, feedback, language)
  const told = feedback === null || locking.has(feedback.outcome) ? null : stripOf(feedback)
  if (step === 'weighing') {
    return { kind: 'weighing', carton, problem: state.weighProblem, strip: told }
  }
  const faces = markFaces(carton.labels, carton.markRevision)
  return {
    kind: step,
    carton,
    faces,
    confirmed:
      faces.filter((face) => face.state === 'confirmed').length +
      carton.rolls.filter((roll) => roll.isConfirmed).length,
    trouble: markTrouble(faces),
    strip: told,
  }
}
