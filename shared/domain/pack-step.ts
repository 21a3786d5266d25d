import { err, ok, type Result } from '#shared/result.ts'
import { type BoxType, cartonUnits, type CartonContent, type ParkPurpose } from './carton.ts'
import type { CartonCode } from './carton-code.ts'
import { judgeGoods, lineOf } from './judge-goods.ts'
import { judgeMark } from './judge-mark.ts'
import { judgeRoll } from './judge-roll.ts'
import { overLimitRemedy, sizeProblem } from './limits.ts'
import type { Sku } from './order.ts'
import type {
  AcceptedScan,
  BenchCarton,
  PackAnswer,
  PackEffect,
  PackEvent,
  PackRefusal,
  PackSession,
  Stepped,
  WeighIn,
} from './pack-session.ts'
import { locking, type ScanOutcome } from './scan-verdict.ts'
import type { Grams } from './units.ts'
import { deviates } from './weight.ts'
import { unitMean, untaught } from './weight-model.ts'

type Outcome = Result<Stepped, PackRefusal>
type EventOf<Type extends PackEvent['type']> = Extract<PackEvent, { type: Type }>

const stepped = (
  session: PackSession,
  effects: readonly PackEffect[] = [],
  answer: PackAnswer | null = null,
): Outcome => ok({ session, effects, answer, weighProblem: null })

const refused = (code: PackRefusal['code'], details: PackRefusal['details'] = {}): Outcome =>
  err({ code, details })

/** An answer without any other effect; some answers lock scanning until they are acknowledged. */
const answered = (session: PackSession, answer: PackAnswer): Outcome =>
  stepped(
    {
      ...session,
      times: 1,
      lock: locking.has(answer.outcome) ? answer.outcome : session.lock,
    },
    [],
    answer,
  )

const withUnits = (
  contents: readonly CartonContent[],
  sku: Sku,
  units: number,
): readonly CartonContent[] => {
  const known = contents.some((content) => content.sku === sku)
  const next = known
    ? contents.map((content) =>
        content.sku === sku ? { sku, quantity: content.quantity + units } : content,
      )
    : [...contents, { sku, quantity: units }]
  return next.filter((content) => content.quantity > 0)
}

const goods = (before: PackSession, event: EventOf<'goods'>): Outcome => {
  const { match, fresh, isLabelled = false } = event
  const session = isLabelled ? { ...before, lock: null } : before
  const answer = judgeGoods(session, match)
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
  // A factory carton is packed as it came: it goes straight to the scale.
  const isPacked =
    session.mode === 'whole-case' && sizeProblem(session.order.limits, next.boxType.size) === null
  const step = isPacked ? 'weighing' : session.step
  return stepped({ ...session, carton: next, step, times: 1 }, effects, answer)
}

/** Each of the goods is judged as if it had been scanned; one that is not taken leaves everything as it was. */
const sameAgain = (session: PackSession, event: EventOf<'same-again'>): Outcome => {
  const { carton } = session
  if (session.step !== 'packing' || (carton !== null && carton.contents.length > 0)) {
    return refused('carton-unfinished', { cartonNo: carton?.cartonNo ?? 0 })
  }
  let next: PackSession = { ...session, mode: 'scan', times: 1, nextBox: event.boxType }
  if (carton !== null) next = { ...next, carton: { ...carton, boxType: event.boxType } }
  const effects: PackEffect[] = carton === null ? [] : [boxChosen(carton.code, event.boxType)]
  for (const { sku, quantity } of event.contents) {
    const barcode = { value: '', kind: 'case', units: quantity }
    const match = { kind: 'line', sku, barcode } as const
    if (!session.order.lines.has(sku)) return refused('nothing-to-repeat')
    const taken = goods(next, { type: 'goods', match, fresh: event.fresh })
    if (!taken.ok) return taken
    const { answer } = taken.value
    // Nothing is in the hand that would have to go back: such an answer locks nothing here.
    if (answer !== null && answer.outcome !== 'accepted') return stepped(session, [], answer)
    next = taken.value.session
    effects.push(
      ...taken.value.effects.map((effect) =>
        effect.type === 'units-added' ? { ...effect, type: 'units-repeated' as const } : effect,
      ),
    )
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

const undo = (session: PackSession): Outcome => {
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

const setMode = (session: PackSession, { mode }: EventOf<'set-mode'>): Outcome => {
  const { carton } = session
  if (carton !== null && cartonUnits(carton.contents) > 0) {
    return refused('carton-unfinished', { cartonNo: carton.cartonNo })
  }
  const outcome = mode === 'scan' ? 'mode-scan' : 'mode-whole-case'
  return stepped({ ...session, mode, times: 1 }, [], { outcome, sku: null, units: 0, facts: {} })
}

const boxChosen = (code: CartonCode, boxType: BoxType): PackEffect => ({
  type: 'box-chosen',
  code,
  boxType,
})

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

const withCartonElsewhere = (session: PackSession, carton: BenchCarton): PackSession => {
  const elsewhere = new Map(session.elsewhere)
  for (const { sku, quantity } of carton.contents) {
    elsewhere.set(sku, (elsewhere.get(sku) ?? 0) + quantity)
  }
  return { ...session, elsewhere, carton: null, step: 'packing' }
}

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

const done = (session: PackSession, isQueued: boolean): Outcome => {
  const { carton } = session
  if (session.step === 'weighing') return stepped(session)
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

const park = (session: PackSession, { purpose }: EventOf<'park'>): Outcome => {
  const { carton } = session
  // What waits for the scale is packed: it has to pass what any carton passes there.
  if (purpose === 'weighing' && session.step === 'packing') return done(session, true)
  if (carton !== null && carton.state !== 'open') {
    return refused('carton-unfinished', { cartonNo: carton.cartonNo })
  }
  return carton === null || cartonUnits(carton.contents) === 0
    ? refused('carton-empty')
    : putAway(session, carton, purpose)
}

const resume = (session: PackSession, { carton, purpose }: EventOf<'resume'>): Outcome => {
  const onBench = session.carton
  if (onBench !== null) return refused('carton-unfinished', { cartonNo: onBench.cartonNo })
  const elsewhere = new Map(session.elsewhere)
  for (const { sku, quantity } of carton.contents) {
    elsewhere.set(sku, (elsewhere.get(sku) ?? 0) - quantity)
  }
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
  const sealed: BenchCarton = { ...carton, state: 'sealed' }
  return stepped({ ...session, carton: sealed, step: 'marking' }, [
    { type: 'carton-sealed', carton: sealed, weight },
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
  return confirmed(session, carton, { type: 'label-confirmed', code: carton.code }, answer)
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
  const elsewhere = new Map(session.elsewhere)
  if (onBench === null) {
    for (const { sku, quantity } of carton.contents) {
      elsewhere.set(sku, (elsewhere.get(sku) ?? 0) - quantity)
    }
  }
  const opened: BenchCarton = { ...carton, state: 'open', revision: carton.revision + 1 }
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
  const elsewhere = new Map(session.elsewhere)
  for (const { sku, quantity } of event.contents) {
    elsewhere.set(sku, (elsewhere.get(sku) ?? 0) - quantity)
  }
  const lastVerified = session.lastVerified === event.code ? null : session.lastVerified
  return stepped({ ...session, elsewhere, lastVerified }, effects)
}

/** Acts that wait until wrong goods are acknowledged; scans are judged `locked` on their own. */
const waitsForAcknowledgement: ReadonlySet<PackEvent['type']> = new Set([
  'undo',
  'set-mode',
  'set-times',
  'choose-box',
  'done',
  'same-again',
  'park',
  'resume',
  'reopen',
])

/** The pack session: what an event makes of it, and what has to be written. Pure. */
export const stepSession = (session: PackSession, event: PackEvent): Outcome => {
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
    case 'acknowledge':
      return stepped({ ...session, lock: null })
    case 'undo':
      return undo(session)
    case 'set-times':
      return stepped({ ...session, times: event.times })
    case 'set-mode':
      return setMode(session, event)
    case 'choose-box':
      return chooseBox(session, event)
    case 'done':
      return done(session, event.isQueued)
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
