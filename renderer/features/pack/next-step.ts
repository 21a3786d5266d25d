import type { WeighProblem } from '#shared/contract/views.ts'
import { exceptionKinds, mostPhotos } from '#shared/domain/goods-exception.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { cartonRows } from './carton-rows.ts'
import { deviationDeed } from './deviation-words.ts'
import { isLabelPrintable } from './keys.ts'
import type { BenchMirror } from './mirror.ts'
import { overStatus, type OverStatus } from './order-over.ts'
import type { Centre } from './presentation.ts'

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
  if (outcome === 'photo-open' || outcome === 'photo-kept') {
    return { title: sentence('next.photo'), hint: sentence('next.photoHint', { most: mostPhotos }) }
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
  const max = mirror.order?.cartonRules.maxUnits ?? null
  if (max !== null && carton.units >= max) {
    return { title: sentence('next.full'), hint: sentence('next.fullHint', { max }) }
  }
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
