import { type BoxType, cartonUnits, withUnits } from './carton.ts'
import type { CartonCode } from './carton-code.ts'
import { missingFrom } from './carton-plan.ts'
import { done } from './finish-packing.ts'
import { judgeGoods } from './judge-goods.ts'
import type { AcceptedScan, BenchCarton, PackEffect, PackSession } from './pack-session.ts'
import { answered, type EventOf, type Outcome, refused, stepped } from './session-step.ts'

export const boxChosen = (code: CartonCode, boxType: BoxType): PackEffect => ({
  type: 'box-chosen',
  code,
  boxType,
})

/** Units whose scan is answered, and so written down, as something else than accepted goods. */
const asRepeated = (effects: readonly PackEffect[]): readonly PackEffect[] =>
  effects.map((effect) =>
    effect.type === 'units-added' ? { ...effect, type: 'units-repeated' } : effect,
  )

const taken = (before: PackSession, event: EventOf<'goods'>): Outcome => {
  const { match, fresh, isLabelled = false, isAgreed = false } = event
  const session = isLabelled || isAgreed ? { ...before, lock: null } : before
  const answer = judgeGoods(session, match, isAgreed)
  if (answer.outcome !== 'accepted' || answer.sku === null) return answered(session, answer)
  const effects: PackEffect[] = []
  let carton = session.carton
  if (carton === null) {
    if (fresh === null) return refused('codes-exhausted')
    carton = {
      ...fresh,
      revision: 1,
      state: 'open',
      boxType: session.nextBox,
      contents: [],
      scans: [],
      plan: null,
      markRevision: 1,
    }
    effects.push({ type: 'carton-opened', carton })
  }
  const scan: AcceptedScan = { sku: answer.sku, units: answer.units }
  effects.push({ type: 'units-added', code: carton.code, ...scan })
  const next: BenchCarton = {
    ...carton,
    contents: withUnits(carton.contents, scan.sku, scan.units),
    scans: [...carton.scans, scan],
  }
  return stepped({ ...session, carton: next, times: 1 }, effects, answer)
}

/** A factory carton is packed as it came, and a planned one with its last unit. */
const isFull = ({ mode }: PackSession, { plan, contents }: BenchCarton): boolean =>
  plan === null ? mode === 'whole-case' : missingFrom(plan, contents).length === 0

export const goods = (session: PackSession, event: EventOf<'goods'>): Outcome => {
  const into = taken(session, event)
  if (!into.ok || into.value.answer?.outcome !== 'accepted') return into
  const { carton } = into.value.session
  const packed = carton !== null && isFull(session, carton) ? done(into.value.session) : null
  // One that may not travel like this stays in hand.
  if (packed === null || !packed.ok) return into
  const { value } = packed
  const { effects, answer } = into.value
  return value.answer === null
    ? stepped(value.session, effects, answer)
    : stepped(value.session, [...asRepeated(effects), ...value.effects], value.answer)
}

/** Each of the goods is judged as if it had been scanned; one that is not taken leaves everything as it was. */
export const sameAgain = (session: PackSession, event: EventOf<'same-again'>): Outcome => {
  const { carton } = session
  if (session.step !== 'packing' || (carton !== null && carton.contents.length > 0)) {
    return refused('carton-unfinished', { cartonNo: carton?.cartonNo ?? 0 })
  }
  if (session.mode === 'planned' && carton === null) {
    return answered(session, { outcome: 'mark-expected', sku: null, units: 0, facts: {} })
  }
  let next: PackSession = { ...session, mode: 'scan', times: 1, nextBox: event.boxType }
  if (carton !== null) next = { ...next, carton: { ...carton, boxType: event.boxType } }
  const effects: PackEffect[] = carton === null ? [] : [boxChosen(carton.code, event.boxType)]
  for (const { sku, quantity } of event.contents) {
    const barcode = { value: '', kind: 'case', units: quantity }
    const match = { kind: 'line', sku, barcode } as const
    if (!session.order.lines.has(sku)) return refused('nothing-to-repeat')
    const into = taken(next, { type: 'goods', match, fresh: event.fresh })
    if (!into.ok) return into
    const { answer } = into.value
    // Nothing is in the hand that would have to go back: such an answer locks nothing here.
    if (answer !== null && answer.outcome !== 'accepted') return stepped(session, [], answer)
    next = into.value.session
    effects.push(...asRepeated(into.value.effects))
  }
  const { carton: filled } = next
  if (filled === null || cartonUnits(filled.contents) === 0) return refused('nothing-to-repeat')
  return stepped({ ...next, mode: session.mode }, effects, {
    outcome: 'repeated',
    sku: null,
    units: cartonUnits(filled.contents),
    facts: { cartonNo: filled.cartonNo },
  })
}

export const undo = (session: PackSession): Outcome => {
  const { carton } = session
  if (session.step === 'marking' || session.step === 'scan-back') return refused('carton-state')
  const last = carton?.scans.at(-1)
  if (carton === null || last === undefined) return refused('nothing-to-undo')
  return stepped(
    {
      ...session,
      step: 'packing',
      times: 1,
      carton: {
        ...carton,
        contents: withUnits(carton.contents, last.sku, -last.units),
        scans: carton.scans.slice(0, -1),
      },
    },
    [{ type: 'units-taken-back', code: carton.code, ...last }],
    { outcome: 'undone', sku: last.sku, units: last.units, facts: {} },
  )
}
