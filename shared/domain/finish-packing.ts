import { cartonUnits, type ParkPurpose } from './carton.ts'
import { sizeProblem } from './limits.ts'
import type { BenchCarton, PackSession } from './pack-session.ts'
import {
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

const packed = (session: PackSession, isQueued: boolean): Outcome => {
  const { carton } = session
  if (session.step !== 'packing')
    return refused('carton-unfinished', { cartonNo: carton?.cartonNo ?? 0 })
  if (carton === null || cartonUnits(carton.contents) === 0) return refused('carton-empty')
  const problem = sizeProblem(session.order.limits, carton.boxType.size)
  if (problem !== null) {
    return refused('box-type-too-large', { boxType: carton.boxType.id, ...problem })
  }
  return isQueued
    ? putAway(session, carton, 'weighing')
    : stepped({ ...session, step: 'weighing', times: 1 })
}

/** 装完: the bench waits for the weight, or the carton goes into the queue before the scale. */
export const done = (session: PackSession): Outcome =>
  session.step === 'weighing' ? stepped(session) : packed(session, session.weighQueue)

export const park = (session: PackSession, { purpose }: EventOf<'park'>): Outcome => {
  const { carton } = session
  // What waits for the scale is packed: it has to pass what any carton passes there.
  if (purpose === 'weighing' && session.step === 'packing') return packed(session, true)
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
