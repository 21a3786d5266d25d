import type { BoxType } from './carton.ts'
import { sizeProblem } from './limits.ts'
import type { PackAnswer, PackEffect, PackSession } from './pack-session.ts'
import { type EventOf, type Outcome, refused, stepped } from './session-step.ts'
import type { Size } from './units.ts'

/** Board gives way and a tape is read to the nearest centimetre: so much smaller a side may be than its box type's, in mm. */
const givesWay = 20
/** A side that is so much longer is another box, or a slip of the finger: no board bulges that far. In mm. */
const bulgesLessThan = 150

const sorted = ({ length, width, height }: Size): readonly number[] =>
  [length, width, height].toSorted((a, b) => b - a)

/** Why a size that was measured cannot be that of a carton of this box type; null when it can. Sides in any order. */
export const measureFault = (
  { size }: BoxType,
  measured: Size,
): 'measured-too-small' | 'measured-absurd' | null => {
  const sides = sorted(size)
  const more = sorted(measured).map((side, at) => side - (sides[at] ?? 0))
  if (more.some((mm) => mm < -givesWay)) return 'measured-too-small'
  return more.some((mm) => mm > bulgesLessThan) ? 'measured-absurd' : null
}

/** 量尺寸: the carton is not as its box type says. One that is too large for the destination is kept from the scale. */
export const measure = (session: PackSession, { size }: EventOf<'measure'>): Outcome => {
  const { carton } = session
  if (carton?.state !== 'open') return refused('carton-state')
  if (carton.contents.length === 0) return refused('carton-empty')
  const fault = measureFault(carton.boxType, size)
  if (fault !== null) return refused(fault, { boxType: carton.boxType.id })
  const problem = sizeProblem(session.order.limits, size)
  const { length, width, height } = size
  const answer: PackAnswer =
    problem === null
      ? { outcome: 'measured', sku: null, units: 0, facts: { length, width, height } }
      : {
          outcome: 'refused',
          sku: null,
          units: 0,
          facts: { error: 'measured-too-large', ...problem },
        }
  return stepped(
    {
      ...session,
      step: problem === null ? session.step : 'packing',
      carton: { ...carton, measured: size },
    },
    [{ type: 'carton-measured', code: carton.code, size }],
    answer,
  )
}

/** Measured was what was in that box then: with other contents or another box it has to be measured again. */
export const forgetMeasure = (before: PackSession, outcome: Outcome): Outcome => {
  if (!outcome.ok) return outcome
  const { session, effects } = outcome.value
  const { carton } = session
  const known = before.carton
  if (carton?.measured === undefined || known?.code !== carton.code) return outcome
  if (known.contents === carton.contents && known.boxType === carton.boxType) return outcome
  const { measured: _, ...rest } = carton
  const forgotten: PackEffect = { type: 'carton-measured', code: carton.code, size: null }
  return {
    ok: true,
    value: {
      ...outcome.value,
      session: { ...session, carton: rest },
      effects: [...effects, forgotten],
    },
  }
}
