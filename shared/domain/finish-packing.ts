import { cartonUnits, outsideOf, type ParkPurpose } from './carton.ts'
import { missingFrom } from './carton-plan.ts'
import { ruleBreach } from './carton-rules.ts'
import { sizeProblem } from './limits.ts'
import type { BenchCarton, PackAnswer, PackSession } from './pack-session.ts'
import {
  answered,
  elsewhereAfter,
  type EventOf,
  type Outcome,
  refused,
  stepped,
  withCartonElsewhere,
} from './session-step.ts'

/** Off the bench before it has its marks: scanning its temporary label takes it up again. */
const putAway = (session: PackSession, carton: BenchCarton, purpose: ParkPurpose): Outcome =>
  stepped(
    { ...withCartonElsewhere(session, carton), times: 1 },
    [{ type: 'carton-parked', carton, purpose }],
    {
      outcome: purpose === 'aside' ? 'carton-parked' : 'carton-queued',
      sku: null,
      units: cartonUnits(carton.contents),
      facts: { cartonCode: carton.code, cartonNo: carton.cartonNo },
    },
  )

/** Less than planned is asked about; more was agreed to unit by unit. */
const shortOfPlan = ({ plan, contents, cartonNo }: BenchCarton): PackAnswer | null => {
  const missing = plan === null ? [] : missingFrom(plan, contents)
  const [first] = missing
  if (first === undefined) return null
  const facts = { cartonNo, missing: cartonUnits(missing), skus: missing.length }
  return { outcome: 'plan-short', sku: first.sku, units: first.quantity, facts }
}

const packed = (session: PackSession, isQueued: boolean, isAgreed: boolean): Outcome => {
  const { carton } = session
  if (session.step !== 'packing')
    return refused('carton-unfinished', { cartonNo: carton?.cartonNo ?? 0 })
  if (carton === null || cartonUnits(carton.contents) === 0) return refused('carton-empty')
  const problem = sizeProblem(session.order.limits, outsideOf(carton))
  if (problem !== null) {
    const { boxType, measured } = carton
    return measured === undefined
      ? refused('box-type-too-large', { boxType: boxType.id, ...problem })
      : refused('measured-too-large', { ...problem })
  }
  const breach = ruleBreach(session.order.limits, carton.contents)
  if (breach !== null) return refused('carton-breaks-rules', breach)
  const short = isAgreed ? null : shortOfPlan(carton)
  if (short !== null) return answered(session, short)
  return isQueued
    ? putAway(session, carton, 'weighing')
    : stepped({ ...session, step: 'weighing', times: 1 })
}

/** 装完: the bench waits for the weight, or the carton goes into the queue before the scale. */
export const done = (session: PackSession, isAgreed = false): Outcome =>
  session.step === 'weighing' ? stepped(session) : packed(session, session.weighQueue, isAgreed)

export const park = (session: PackSession, { purpose }: EventOf<'park'>): Outcome => {
  const { carton } = session
  // What waits for the scale is packed: it has to pass what any carton passes there.
  if (purpose === 'weighing' && session.step === 'packing') return packed(session, true, false)
  if (carton !== null && carton.state !== 'open') {
    return refused('carton-unfinished', { cartonNo: carton.cartonNo })
  }
  return carton === null || cartonUnits(carton.contents) === 0
    ? refused('carton-empty')
    : putAway(session, carton, purpose)
}

export const resume = (session: PackSession, { carton, purpose }: EventOf<'resume'>): Outcome => {
  const onBench = session.carton
  if (onBench !== null) return refused('carton-unfinished', { cartonNo: onBench.cartonNo })
  const elsewhere = elsewhereAfter(session, carton.contents, -1)
  const step = purpose === 'weighing' ? 'weighing' : 'packing'
  return stepped(
    { ...session, elsewhere, carton, step, times: 1 },
    [{ type: 'carton-resumed', carton }],
    {
      outcome: 'carton-resumed',
      sku: null,
      units: cartonUnits(carton.contents),
      facts: { cartonCode: carton.code, cartonNo: carton.cartonNo, step },
    },
  )
}
