import type {
  BenchCarton,
  BenchState,
  FeedbackView,
  Language,
  WeighProblem,
} from '#shared/contract/views.ts'
import { exceptionKinds } from '#shared/domain/goods-exception.ts'
import type { PackMode } from '#shared/domain/pack-session.ts'
import { locking, type ScanOutcome } from '#shared/domain/scan-verdict.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
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
import { deviationDeed } from './deviation-words.ts'
import { cartonRows } from './carton-rows.ts'
import { isLabelPrintable } from './keys.ts'
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

/** The one thing to do next, in words. */
export interface NextStep {
  readonly title: Sentence
  readonly hint: Sentence | null
}

const afterWeighProblem = (problem: WeighProblem): NextStep => ({
  title:
    problem.kind === 'deviates' ? deviationDeed(problem) : sentence(`weigh.${problem.kind}.do`),
  hint: sentence(`weigh.${problem.kind}.hint`),
})

/** Nothing more goes in: a carton that is still open is finished or, like those of a cancelled order, given up. */
const afterOrder = (over: OverStatus, isOpen: boolean, packed: number): NextStep => {
  if (over === 'cancelled' && packed > 0) {
    return { title: sentence('next.takeApart'), hint: sentence('next.takeApartHint') }
  }
  return isOpen
    ? { title: sentence('next.finishOpen'), hint: sentence('next.finishOpenHint') }
    : { title: sentence('next.orderOver'), hint: sentence('next.orderCompleteHint') }
}

/** Labels come first; a mark from a roll may be scanned at any time, and is asked for when it alone is left. */
const afterMarks = ({ carton, faces }: Extract<Centre, { faces: unknown }>): NextStep => {
  const roll = carton.rolls.find(({ isConfirmed }) => !isConfirmed)
  return roll !== undefined && faces.every((face) => face.state === 'confirmed')
    ? { title: sentence('next.scanRoll', { roll: roll.name }), hint: sentence('next.scanRollHint') }
    : { title: sentence('next.scanBack'), hint: sentence('next.scanBackHint') }
}

const nextPlanned: NextStep = {
  title: sentence('next.plannedMark'),
  hint: sentence('next.plannedMarkHint'),
}
const nextCase: NextStep = { title: sentence('next.case'), hint: sentence('next.caseHint') }

/** What the card under the verdict says. */
export const presentNext = (centre: Centre, mirror: BenchMirror): NextStep => {
  const { carton, locked, ordered, packed, times } = mirror.state
  if (locked && isLabelPrintable(mirror.state.feedback)) {
    return { title: sentence('next.unitLabel'), hint: sentence('next.unitLabelHint') }
  }
  if (locked && mirror.state.feedback?.outcome === 'not-in-plan') {
    const count = carton?.units ?? 0
    return { title: sentence('next.agree'), hint: sentence('next.unchanged', { count }) }
  }
  if (locked) {
    const units = carton?.units ?? 0
    return { title: sentence('next.locked'), hint: sentence('next.unchanged', { count: units }) }
  }
  if (mirror.state.feedback?.outcome === 'supervisor-asked') {
    return { title: sentence('next.supervisor'), hint: sentence('next.supervisorHint') }
  }
  const outcome = mirror.state.feedback?.outcome
  if (carton === null && (outcome === 'carton-parked' || outcome === 'carton-queued')) {
    return { title: sentence(`next.${outcome}`), hint: sentence(`next.${outcome}Hint`) }
  }
  const exception = exceptionKinds.find((kind) => kind === mirror.state.feedback?.facts['kind'])
  if (outcome === 'exception-expected' && exception !== undefined) {
    return {
      title: sentence(`exception.next.${exception}`),
      hint: sentence('exception.notNext'),
    }
  }
  if (centre.kind === 'verdict' && outcome === 'repeated') {
    return { title: sentence('next.repeated'), hint: sentence('next.repeatedHint') }
  }
  switch (centre.kind) {
    case 'order-complete':
      return { title: sentence('next.orderComplete'), hint: sentence('next.orderCompleteHint') }
    case 'parked-left':
      return { title: sentence('next.parkedLeft'), hint: sentence('next.parkedLeftHint') }
    case 'complete':
      if (mirror.state.mode === 'whole-case') return nextCase
      if (mirror.state.mode === 'planned') return nextPlanned
      return { title: sentence('next.newCarton'), hint: sentence('next.newCartonHint') }
    case 'weighing':
      return centre.problem === null
        ? { title: sentence('next.weigh'), hint: sentence('next.weighHint') }
        : afterWeighProblem(centre.problem)
    case 'marking':
    case 'scan-back':
      if (centre.trouble !== null) {
        return {
          title: sentence(`marks.${centre.trouble}.do`),
          hint: sentence(`marks.${centre.trouble}.hint`),
        }
      }
      return centre.kind === 'marking'
        ? { title: sentence('next.marking'), hint: sentence('next.markingHint') }
        : afterMarks(centre)
    case 'begin':
    case 'go-on':
    case 'order-over':
    case 'verdict':
      break
  }
  const over = overStatus(mirror.state)
  if (over !== null) return afterOrder(over, carton !== null, packed)
  if (carton === null && packed >= ordered && mirror.state.parked > 0) {
    return { title: sentence('next.parkedLeft'), hint: sentence('next.parkedLeftHint') }
  }
  if (carton === null && mirror.state.mode === 'whole-case') return nextCase
  if (carton === null && mirror.state.mode === 'planned') return nextPlanned
  if (carton === null) return { title: sentence('next.begin'), hint: sentence('next.beginHint') }
  if (packed >= ordered)
    return { title: sentence('next.allPacked'), hint: sentence('next.allPackedHint') }
  if (times > 1)
    return { title: sentence('next.times', { times }), hint: sentence('next.timesHint') }
  const count = cartonRows(carton).reduce(
    (sum, { planned, quantity }) => sum + Math.max(0, (planned ?? 0) - quantity),
    0,
  )
  if (count > 0) {
    return { title: sentence('next.plan', { count }), hint: sentence('next.planHint') }
  }
  return {
    title: sentence('next.scan'),
    hint: sentence('next.room', {
      kg: (Math.max(0, carton.maxGross - carton.expected) / 1000).toFixed(1),
    }),
  }
}
