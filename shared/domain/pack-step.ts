import { ok } from '#shared/result.ts'
import { cartonUnits } from './carton.ts'
import { done, park, resume } from './finish-packing.ts'
import { lineOf } from './judge-goods.ts'
import { expectException, noteException, photograph } from './note-exception.ts'
import { judgeMark } from './judge-mark.ts'
import { judgeRoll } from './judge-roll.ts'
import { movePallet } from './move-pallet.ts'
import { forgetMeasure, measure } from './measured-size.ts'
import { overLimitRemedy, sizeProblem } from './limits.ts'
import { boxChosen, goods, sameAgain, undo } from './pack-goods.ts'
import type {
  BenchCarton,
  PackAnswer,
  PackEffect,
  PackEvent,
  PackSession,
  WeighIn,
} from './pack-session.ts'
import type { ScanOutcome } from './scan-verdict.ts'
import {
  answered,
  elsewhereAfter,
  type EventOf,
  type Outcome,
  refused,
  stepped,
  withCartonElsewhere,
} from './session-step.ts'
import type { Grams } from './units.ts'
import { deviates } from './weight.ts'
import { unitMean, untaught } from './weight-model.ts'

const setMode = (session: PackSession, { mode }: EventOf<'set-mode'>): Outcome => {
  const { carton } = session
  if (carton !== null && cartonUnits(carton.contents) > 0) {
    return refused('carton-unfinished', { cartonNo: carton.cartonNo })
  }
  const outcome = `mode-${mode}` as const
  return stepped({ ...session, mode, times: 1 }, [], { outcome, sku: null, units: 0, facts: {} })
}

const chooseBox = (session: PackSession, { boxType }: EventOf<'choose-box'>): Outcome => {
  const { carton } = session
  if (carton !== null && carton.state !== 'open') return refused('carton-state')
  const problem = sizeProblem(session.order.limits, boxType.size)
  if (problem !== null) return refused('box-type-too-large', { boxType: boxType.id, ...problem })
  const next = { ...session, nextBox: boxType }
  return carton === null
    ? stepped(next)
    : stepped({ ...next, step: 'packing', carton: { ...carton, boxType } }, [
        boxChosen(carton.code, boxType),
      ])
}

const openPlanned = (session: PackSession, { carton }: EventOf<'open-planned'>): Outcome => {
  const onBench = session.carton
  if (onBench !== null && onBench.code !== carton.code) {
    return refused('carton-unfinished', { cartonNo: onBench.cartonNo })
  }
  const { code, cartonNo, plan } = carton
  const answer: PackAnswer = {
    outcome: 'mark-planned',
    sku: null,
    units: cartonUnits(plan ?? []),
    facts: { cartonCode: code, cartonNo, skus: plan?.length ?? 0 },
  }
  if (onBench !== null) return answered(session, answer)
  const opened: PackSession = { ...session, carton, step: 'packing', times: 1, lastVerified: null }
  return stepped(opened, [{ type: 'carton-opened', carton }], answer)
}

const unopen = (session: PackSession): Outcome => {
  const { carton } = session
  if (carton === null || carton.plan === null || cartonUnits(carton.contents) > 0) {
    return refused('carton-state')
  }
  return stepped({ ...session, carton: null, step: 'packing', times: 1 }, [
    { type: 'carton-unopened', code: carton.code },
  ])
}

const weigh = (session: PackSession, weighIn: WeighIn): Outcome => {
  const { carton } = session
  if (session.step !== 'weighing' || carton === null) return refused('carton-state')
  const { weight, expected, tolerance, explanation } = weighIn
  const max = session.order.limits.maxGross
  const stays = { session, effects: [], answer: null }
  if (weight.gross > max) {
    const remove = overLimitRemedy(
      weight.gross,
      max,
      carton.contents.map(({ sku, quantity }) => ({
        sku,
        quantity,
        unitWeight: Math.round(
          unitMean(session.weights ?? untaught, { ...lineOf(session, sku), quantity }),
        ) as Grams,
      })),
    )
    return ok({ ...stays, weighProblem: { kind: 'over-limit', gross: weight.gross, max, remove } })
  }
  if (!weighIn.deviationAccepted && deviates(weight.gross, expected, tolerance)) {
    return ok({
      ...stays,
      weighProblem: { kind: 'deviates', gross: weight.gross, expected, tolerance, explanation },
    })
  }
  const { plannedMarks } = weighIn
  const markRevision = plannedMarks === null ? carton.revision : 0
  const sealed: BenchCarton = { ...carton, state: 'sealed', markRevision }
  const marking = { ...session, carton: sealed, step: 'marking' } as const
  // Labels that are on the carton already are next to be scanned back.
  const printed =
    plannedMarks?.areOut === true ? marked(marking) : { session: marking, effects: [] }
  return stepped(printed.session, [
    { type: 'carton-sealed', carton: sealed, weight },
    ...printed.effects,
  ])
}

const marked = (session: PackSession): { session: PackSession; effects: readonly PackEffect[] } => {
  const { carton } = session
  if (carton?.state !== 'sealed') return { session, effects: [] }
  const next: BenchCarton = { ...carton, state: 'marked' }
  return {
    session: { ...session, carton: next, step: 'scan-back' },
    effects: [{ type: 'carton-marked', carton: next }],
  }
}

/** A part of the mark set is on the carton; with the last one the carton is verified. */
const confirmed = (
  session: PackSession,
  carton: BenchCarton,
  confirm: PackEffect,
  answer: PackAnswer,
): Outcome => {
  if (answer.outcome !== 'carton-verified') return stepped(session, [confirm], answer)
  const printed = marked(session)
  return stepped(
    { ...withCartonElsewhere(session, carton), lastVerified: carton.code },
    [confirm, ...printed.effects, { type: 'carton-verified', carton }],
    answer,
  )
}

const confirming: ReadonlySet<ScanOutcome> = new Set<ScanOutcome>([
  'mark-confirmed',
  'roll-confirmed',
  'carton-verified',
])

const mark = (session: PackSession, { scan }: EventOf<'mark'>): Outcome => {
  const answer = judgeMark(session, scan)
  const { carton } = session
  if (carton === null || !confirming.has(answer.outcome)) return answered(session, answer)
  return confirmed(session, carton, { type: 'label-confirmed', carton }, answer)
}

const roll = (session: PackSession, { scan }: EventOf<'roll'>): Outcome => {
  const answer = judgeRoll(session, scan)
  const { carton } = session
  if (carton === null || !confirming.has(answer.outcome)) return answered(session, answer)
  const { id } = scan.roll
  return confirmed(session, carton, { type: 'roll-confirmed', carton, roll: id }, answer)
}

const reopen = (session: PackSession, { carton, reason }: EventOf<'reopen'>): Outcome => {
  const onBench = session.carton
  if (onBench !== null && onBench.code !== carton.code) {
    return refused('carton-unfinished', { cartonNo: onBench.cartonNo })
  }
  if (onBench?.state === 'open' || carton.state === 'open') return refused('carton-state')
  const elsewhere =
    onBench === null ? elsewhereAfter(session, carton.contents, -1) : session.elsewhere
  const revision = carton.revision + 1
  const opened: BenchCarton = { ...carton, state: 'open', revision, markRevision: revision }
  return stepped({ ...session, elsewhere, carton: opened, step: 'packing', lastVerified: null }, [
    { type: 'carton-reopened', carton: opened, reason },
  ])
}

const voiding = (session: PackSession, event: EventOf<'void'>): Outcome => {
  const effects: readonly PackEffect[] = [
    { type: 'carton-voided', code: event.code, reason: event.reason },
  ]
  if (session.carton?.code === event.code) {
    return stepped({ ...session, carton: null, step: 'packing' }, effects)
  }
  const elsewhere = elsewhereAfter(session, event.contents, -1)
  const lastVerified = session.lastVerified === event.code ? null : session.lastVerified
  return stepped({ ...session, elsewhere, lastVerified }, effects)
}

/** Acts that wait until wrong goods are acknowledged; scans are judged `locked` on their own. */
const waitsForAcknowledgement: ReadonlySet<PackEvent['type']> = new Set([
  'undo',
  'set-mode',
  'set-times',
  'choose-box',
  'measure',
  'done',
  'open-planned',
  'unopen',
  'same-again',
  'park',
  'pallet',
  'resume',
  'reopen',
  'expect-exception',
  'photo',
])

/** Events that leave open which goods an exception is about. */
const keepsExpecting: ReadonlySet<PackEvent['type']> = new Set([
  'set-times',
  'labels-printed',
  'weigh',
  'exception',
])

const step = (session: PackSession, event: PackEvent): Outcome => {
  if (session.lock !== null && waitsForAcknowledgement.has(event.type)) {
    return stepped(session, [], { outcome: 'locked', sku: null, units: 0, facts: {} })
  }
  switch (event.type) {
    case 'goods':
      return goods(session, event)
    case 'mark':
      return mark(session, event)
    case 'roll':
      return roll(session, event)
    case 'expect-exception':
      return expectException(session, event)
    case 'exception':
      return noteException(session, event)
    case 'photo':
      return photograph(session, event)
    case 'acknowledge':
      return stepped({ ...session, lock: null })
    case 'undo':
      return undo(session)
    case 'pallet':
      return movePallet(session, event)
    case 'set-times':
      return stepped({ ...session, times: event.times })
    case 'set-mode':
      return setMode(session, event)
    case 'choose-box':
      return chooseBox(session, event)
    case 'measure':
      return measure(session, event)
    case 'done':
      return done(session, event.isAgreed)
    case 'open-planned':
      return openPlanned(session, event)
    case 'unopen':
      return unopen(session)
    case 'same-again':
      return sameAgain(session, event)
    case 'park':
      return park(session, event)
    case 'resume':
      return resume(session, event)
    case 'back-to-packing':
      return session.step === 'weighing'
        ? stepped({ ...session, step: 'packing' })
        : refused('carton-state')
    case 'weigh':
      return weigh(session, event.weighIn)
    case 'labels-printed': {
      const printed = marked(session)
      return stepped(printed.session, printed.effects)
    }
    case 'reopen':
      return reopen(session, event)
    case 'void':
      return voiding(session, event)
  }
}

/** The pack session: what an event makes of it, and what has to be written. Pure. */
export const stepSession = (before: PackSession, event: PackEvent): Outcome => {
  const isOver = before.expecting !== null && !keepsExpecting.has(event.type)
  const session = isOver ? { ...before, expecting: null } : before
  return forgetMeasure(session, step(session, event))
}
