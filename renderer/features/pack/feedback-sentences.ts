import type { FeedbackView, Language } from '#shared/contract/views.ts'
import { cartonStates } from '#shared/domain/carton.ts'
import { type ExceptionKind, exceptionKinds } from '#shared/domain/goods-exception.ts'
import { barcodeKinds, cargoClasses, orderStatuses } from '#shared/domain/order.ts'
import { errorCodes } from '#shared/errors.ts'
import { aboutKilograms, localName, plainKilograms } from '#renderer/lib/format.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { orderFault } from '#renderer/lib/order-fault.ts'
import type { BenchMirror } from './mirror.ts'
import { overStatus, type OverStatus } from './order-over.ts'
import { type Goods, lookAlikesOf, tellingWord } from './verdict-goods.ts'

type Facts = FeedbackView['facts']

const numberOf = (facts: Facts, name: string): number | null => {
  const value = facts[name]
  return typeof value === 'number' ? value : null
}

const sides = ['length', 'width', 'height'] as const

const textOf = (facts: Facts, name: string): string => String(facts[name] ?? '')

/** A case or a multiple that is more than what remains: the line is not complete, only this scan is too much. */
const isTooMany = ({ outcome, facts }: FeedbackView): boolean =>
  outcome === 'line-complete' && (numberOf(facts, 'remaining') ?? 0) > 0

/** How the order ended that an answer is about; null where it is about something else. */
const endOf = ({ outcome, facts }: FeedbackView): OverStatus | null => {
  const isOver = facts['error'] === 'order-not-packable' || facts['error'] === 'order-closed'
  const status = orderStatuses.find((known) => known === facts['status']) ?? null
  return outcome === 'refused' && isOver ? overStatus({ status }) : null
}

const exceptionOf = ({ facts }: FeedbackView): ExceptionKind | null =>
  exceptionKinds.find((known) => known === facts['kind']) ?? null

const isAboutRoll = (
  outcome: FeedbackView['outcome'],
): outcome is 'roll-confirmed' | 'roll-not-needed' =>
  outcome === 'roll-confirmed' || outcome === 'roll-not-needed'

const isAboutCarton = (
  outcome: FeedbackView['outcome'],
): outcome is 'carton-parked' | 'carton-queued' | 'carton-resumed' =>
  outcome === 'carton-parked' || outcome === 'carton-queued' || outcome === 'carton-resumed'

const isAboutPallet = (
  outcome: FeedbackView['outcome'],
): outcome is Extract<FeedbackView['outcome'], `pallet-${string}`> => outcome.startsWith('pallet-')

export const feedbackTitle = (feedback: FeedbackView): Sentence => {
  if (isTooMany(feedback)) return sentence('verdict.tooMany')
  const { outcome, units } = feedback
  const over = endOf(feedback)
  if (over !== null) return sentence(`over.${over}.title`)
  if (outcome === 'signed-in') {
    return sentence('outcome.signed-in.title', { operator: textOf(feedback.facts, 'operator') })
  }
  if (outcome === 'carton-known') {
    const state = cartonStates.find((known) => known === feedback.facts['state'])
    return sentence('outcome.carton-known.title', {
      no: textOf(feedback.facts, 'cartonNo'),
      order: textOf(feedback.facts, 'orderNo'),
      state: state === undefined ? '' : sentence(`cartonState.${state}`),
    })
  }
  if (outcome === 'not-in-plan' && (numberOf(feedback.facts, 'planned') ?? 0) > 0) {
    return sentence('verdict.planTooMany')
  }
  if (outcome === 'exception-expected' || outcome === 'exception-noted') {
    const kind = exceptionOf(feedback)
    return sentence(`outcome.${outcome}.title`, {
      kind: kind === null ? '' : sentence(`exceptionKind.${kind}`),
      units,
    })
  }
  if (outcome === 'measured') {
    const size = sides.map((side) => (numberOf(feedback.facts, side) ?? 0) / 10).join('×')
    return sentence('outcome.measured.title', { size })
  }
  if (outcome === 'plan-short') {
    return sentence('outcome.plan-short.title', { missing: textOf(feedback.facts, 'missing') })
  }
  if (outcome === 'mark-planned') {
    const no = textOf(feedback.facts, 'cartonNo')
    return sentence('outcome.mark-planned.title', { no, units })
  }
  if (isAboutCarton(outcome)) {
    return sentence(`outcome.${outcome}.title`, { no: textOf(feedback.facts, 'cartonNo') })
  }
  if (outcome === 'pallet-elsewhere') {
    const [no, order] = [textOf(feedback.facts, 'palletNo'), textOf(feedback.facts, 'orderNo')]
    return sentence('outcome.pallet-elsewhere.title', { no, order })
  }
  if (isAboutPallet(outcome)) {
    return sentence(`outcome.${outcome}.title`, { no: textOf(feedback.facts, 'palletNo') })
  }
  if (isAboutRoll(outcome)) {
    return sentence(`outcome.${outcome}.title`, { roll: textOf(feedback.facts, 'roll') })
  }
  return outcome === 'accepted' ||
    outcome === 'counted' ||
    outcome === 'undone' ||
    outcome === 'put-back' ||
    outcome === 'repeated'
    ? sentence(`outcome.${outcome}.title`, { units })
    : sentence(`outcome.${outcome}.title`)
}

/** A required code by its kind's name as printed on labels, or the code itself. */
const requiredCode = (required: string): string =>
  barcodeKinds.some((kind) => kind === required) ? required.toUpperCase() : required

export const feedbackAction = (feedback: FeedbackView): Sentence => {
  if (isTooMany(feedback)) return sentence('verdict.tooManyDo')
  const { outcome, facts } = feedback
  if (outcome === 'needs-unit-label') {
    if (facts['printable'] !== 1) return sentence('verdict.labelUnknown')
    return sentence('outcome.needs-unit-label.do', {
      required: requiredCode(textOf(facts, 'required')),
    })
  }
  const exception = outcome === 'exception-noted' ? exceptionOf(feedback) : null
  if (exception !== null) return sentence(`exception.done.${exception}`)
  const code = errorCodes.find((known) => known === facts['error'])
  if (code === 'order-invalid') {
    return sentence('orderRefused.order', { what: orderFault(facts) })
  }
  const over = endOf(feedback)
  if (over !== null) {
    if (code === 'order-not-packable') return sentence(`orderOver.${over}`)
    return sentence(over === 'cancelled' ? 'orderOver.takeApart' : 'orderOver.goods')
  }
  if (outcome === 'refused' && code !== undefined) return sentence(`error.${code}`)
  return sentence(`outcome.${outcome}.do`)
}

/** The order whose report says what became of it, where an answer is about one that takes nothing any more. */
export const reportOffered = (feedback: FeedbackView): string | null => {
  const { orderNo } = feedback.facts
  return endOf(feedback) !== null && typeof orderNo === 'string' ? orderNo : null
}

const className = (name: string): Sentence | string => {
  const known = cargoClasses.find((cargoClass) => cargoClass === name)
  return known === undefined ? name : sentence(`cargo.${known}`)
}

const lineFacts = (mirror: BenchMirror, goods: Goods): readonly Sentence[] => {
  if (goods.line === null) return []
  const { ordered, battery } = goods.line
  const packed = mirror.progress.get(goods.sku)?.packed ?? 0
  const facts = [sentence('verdict.orderCount', { packed, ordered, remaining: ordered - packed })]
  return battery === null
    ? facts
    : [...facts, sentence('verdict.battery', { wh: battery.wattHours, un: battery.unCode })]
}

/** The rule that keeps goods out of a carton, or a carton from being packed. */
const ruleFacts = (
  mirror: BenchMirror,
  { outcome, facts, units }: FeedbackView,
  language: Language,
): readonly Sentence[] => {
  const max = textOf(facts, 'max')
  if (outcome === 'carton-full') {
    return [sentence('verdict.ruleUnits', { max, units, inCarton: textOf(facts, 'inCarton') })]
  }
  switch (facts['rule']) {
    case 'class': {
      const own = className(textOf(facts, 'cargoClass'))
      return [sentence('verdict.mixing', { own, conflict: className(textOf(facts, 'conflict')) })]
    }
    case 'skus':
      return [sentence('verdict.ruleSkus', { count: Number(max) })]
    case 'apart': {
      const sku = textOf(facts, 'other')
      const line = mirror.lines.get(sku)
      const other = line === undefined ? sku : localName(language, line.nameZh, line.nameEn)
      return [sentence('verdict.ruleApart', { other })]
    }
    case 'units':
      return [sentence('verdict.ruleUnitsNow', { max, units: textOf(facts, 'units') })]
    default:
      return []
  }
}

/** The facts that complete a verdict, most important first. */
export const feedbackFacts = (
  mirror: BenchMirror,
  feedback: FeedbackView,
  goods: Goods | null,
  language: Language,
): readonly Sentence[] => {
  const { facts, outcome, units } = feedback
  switch (outcome) {
    case 'accepted': {
      if (goods === null) return []
      const telling = tellingWord(mirror, goods, language)
      const counts = lineFacts(mirror, goods)
      return telling === null ? counts : [telling, ...counts]
    }
    case 'exception-noted':
      return [sentence('verdict.photo')]
    case 'put-back': {
      const counts = goods === null ? [] : lineFacts(mirror, goods)
      return [sentence('verdict.photo'), ...counts]
    }
    case 'undone':
    case 'no-rights':
      return goods === null ? [] : lineFacts(mirror, goods)
    case 'not-in-order': {
      const { orderNo } = facts
      if (typeof orderNo === 'string') return [sentence('verdict.otherOrder', { order: orderNo })]
      const [instead] = goods === null ? [] : lookAlikesOf(mirror, goods, language)
      return instead === undefined
        ? []
        : [sentence('verdict.wanted', { wanted: instead.other, sku: instead.sku })]
    }
    case 'line-complete': {
      const remaining = numberOf(facts, 'remaining') ?? 0
      if (remaining > 0) return [sentence('verdict.caseTooLarge', { units, remaining })]
      return goods === null ? [] : lineFacts(mirror, goods)
    }
    case 'over-limit': {
      const expected = numberOf(facts, 'expectedGrams')
      const max = numberOf(facts, 'maxGrams')
      return expected === null || max === null
        ? []
        : [
            sentence('verdict.overLimit', {
              expected: aboutKilograms(expected),
              max: plainKilograms(max),
            }),
          ]
    }
    case 'carton-full':
    case 'mixing-forbidden':
    case 'refused':
      return ruleFacts(mirror, feedback, language)
    case 'mark-other-carton':
      return [sentence('verdict.thisCarton', { code: textOf(facts, 'expected') })]
    case 'not-in-plan': {
      const planned = numberOf(facts, 'planned') ?? 0
      const inCarton = numberOf(facts, 'inCarton') ?? 0
      return planned === 0 ? [] : [sentence('verdict.planWants', { planned, inCarton })]
    }
    case 'plan-short':
      return [
        sentence(facts['skus'] === 1 ? 'verdict.planMissing' : 'verdict.planMissingMore', {
          units,
          sku: feedback.sku ?? '',
          skus: textOf(facts, 'skus'),
        }),
      ]
    case 'mark-planned': {
      const box = mirror.state.carton?.suggestedBox?.id
      return box === undefined ? [] : [sentence('verdict.takeBox', { box })]
    }
    case 'pallet-begun':
    case 'pallet-labelled':
      return [sentence('verdict.palletUndo')]
    case 'mark-stale':
      return [
        sentence('verdict.stale', {
          revision: textOf(facts, 'revision'),
          current: textOf(facts, 'current'),
        }),
      ]
    default:
      return []
  }
}
