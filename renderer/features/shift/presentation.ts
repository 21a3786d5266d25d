import { cartonStates } from '#shared/domain/carton.ts'
import type { ShiftItem, ShiftView } from '#shared/contract/shift-views.ts'
import type { FeedbackView } from '#shared/contract/views.ts'
import { errorCodes } from '#shared/errors.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { outcomeLook, type Tone, type VerdictSymbol } from '#renderer/lib/outcome-look.ts'

type Active = NonNullable<ShiftView['active']>

/** The answer to the last scan. */
interface Answer {
  readonly seq: number
  readonly tone: Tone
  readonly symbol: VerdictSymbol
  readonly title: Sentence
  /** What to do about it; null when the next step is all there is to do. */
  readonly action: Sentence | null
}

export interface ShiftCentre {
  readonly answer: Answer | null
  readonly left: number
  /** What stands above the count. */
  readonly title: Sentence
  readonly next: Sentence
  /** Who may be chosen by name now. */
  readonly successors: Active['successors']
}

const wordsOf = ({ outcome, facts }: FeedbackView): Pick<Answer, 'title' | 'action'> => {
  const no = String(facts['cartonNo'] ?? '')
  const error = errorCodes.find((code) => code === facts['error'])
  switch (outcome) {
    case 'shift-accepted':
      return { title: sentence('shift.accepted', { no }), action: null }
    case 'shift-already':
      return { title: sentence('shift.already', { no }), action: null }
    case 'shift-missing':
      return { title: sentence('shift.missed', { no }), action: null }
    case 'undone':
      return { title: sentence('shift.undone', { no }), action: null }
    case 'carton-known': {
      const state = cartonStates.find((known) => known === facts['state'])
      const order = String(facts['orderNo'] ?? '')
      // A mark printed ahead, whose carton nobody has opened yet.
      const words = sentence(state === undefined ? 'shift.planned' : `cartonState.${state}`)
      return {
        title: sentence('outcome.carton-known.title', { no, order, state: words }),
        action: sentence('shift.foreignDo'),
      }
    }
    case 'mark-stale':
      return { title: sentence('outcome.mark-stale.title'), action: sentence('shift.staleDo') }
    case 'mark-needs-qr':
      return {
        title: sentence('outcome.mark-needs-qr.title'),
        action: sentence('outcome.mark-needs-qr.do'),
      }
    case 'mark-unreadable':
      return {
        title: sentence('outcome.mark-unreadable.title'),
        action: sentence('shift.unreadableDo'),
      }
    case 'refused':
      return {
        title: sentence(error === 'carton-unknown' ? 'shift.unknown' : 'outcome.refused.title'),
        action: error === undefined ? sentence('outcome.refused.do') : sentence(`error.${error}`),
      }
    case 'command-unknown':
    default:
      return {
        title: sentence('outcome.command-unknown.title'),
        action: sentence('outcome.command-unknown.do'),
      }
  }
}

const answerOf = (feedback: FeedbackView): Answer => {
  const { tone, symbol } = outcomeLook[feedback.outcome]
  return { seq: feedback.seq, tone, symbol, ...wordsOf(feedback) }
}

const nextStep = ({ left, endsBy }: Active): Sentence => {
  if (left > 0) return sentence('shift.next')
  return sentence(endsBy === 'badge' ? 'shift.nextBadge' : 'shift.nextDone')
}

/** What the middle of the screen shows; null when no shift is handed over. */
export const presentShift = ({ active, feedback }: ShiftView): ShiftCentre | null => {
  if (active === null) return null
  const { items, left, endsBy, successors } = active
  const answer = feedback === null ? null : answerOf(feedback)
  const calm = sentence(
    items.length === 0 ? 'shift.nothing' : left === 0 ? 'shift.allFound' : 'shift.begin',
  )
  return {
    answer,
    title: answer?.title ?? calm,
    left,
    next: nextStep(active),
    successors: left === 0 && endsBy === 'badge' ? successors : [],
  }
}

const places = { open: 0, missing: 1, accepted: 2 } as const

/** What nobody has found yet comes first. */
export const sortedItems = (items: readonly ShiftItem[]): readonly ShiftItem[] =>
  items.toSorted((one, other) => places[one.state] - places[other.state])

/** What is the matter with it, in words. */
export const itemWords = ({ kind, uncertain, failed }: ShiftItem): readonly Sentence[] => {
  const isParked = kind === 'parked' || kind === 'queued'
  return [
    sentence(`shift.kind.${kind}`),
    ...(uncertain === 0 ? [] : [sentence('shift.uncertain', { count: uncertain })]),
    ...(failed === 0
      ? []
      : [isParked ? sentence('parked.label.failed') : sentence('shift.failed', { count: failed })]),
  ]
}
