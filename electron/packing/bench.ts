import { cartonUnits, type CartonWeight, type ParkPurpose } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { expectedNow } from '#shared/domain/judge-goods.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { packable } from '#shared/domain/order-life.ts'
import type { ExceptionKind } from '#shared/domain/goods-exception.ts'
import type {
  PackAnswer,
  PackEffect,
  PackEvent,
  PackMode,
  PackSession,
} from '#shared/domain/pack-session.ts'
import { locking, type ScanOutcome } from '#shared/domain/scan-verdict.ts'
import { stepSession } from '#shared/domain/pack-step.ts'
import type { Grams, Size } from '#shared/domain/units.ts'
import { AppError } from '#shared/errors.ts'
import type { ErrorCode } from '#shared/errors.ts'
import { ok } from '#shared/result.ts'
import type {
  BenchSnapshot,
  BenchState,
  BoxChoicesView,
  FeedbackView,
} from '#shared/contract/views.ts'
import type { RawScan } from '#electron/devices/index.ts'
import { createAnswerBook } from './answer-book.ts'
import type { BenchParts } from './bench-parts.ts'
import { boxChoicesFor } from './box-advice.ts'
import { createBenchEvents } from './bench-events.ts'
import { createBenchSession } from './bench-session.ts'
import type { Held } from './held.ts'
import { benchSnapshot, benchState } from './bench-view.ts'
import { localTime } from './local-time.ts'
import { cartonLabels, labelProgress } from './marks.ts'
import type { PlannedMark } from './planned-records.ts'
import { type EventMaker, plainAnswer, type Refusal, refusalAnswer, refuse } from './refusal.ts'
import { unitLabelOf } from './unit-labels.ts'
import { rollSet } from './roll-set.ts'
import { createScanRouter } from './scan-router.ts'
import { writeEffects } from './write-effects.ts'

/** The packing bench: every act commits state, scan, facts and print jobs in one transaction, then shows the answer. */
export interface Bench {
  snapshot(): BenchSnapshot
  step(): BenchState['step']
  orderNo(): OrderNo | null
  /** The carton in hand and the gross weight it should have. */
  carton(): { readonly code: CartonCode; readonly expected: Grams } | null
  open(orderNo: OrderNo): void
  leave(): void
  /** Wrong goods wait for an acknowledgement. */
  locked(): boolean
  scan(scan: RawScan): void
  /** This scan could not be written down, so it counts for nothing: the packer sees that instead of the answer before. */
  notTaken(scan: RawScan, why: ErrorCode): void
  /** What an operator did at the bench; wrong goods that wait for an acknowledgement stay on the screen. */
  notice(
    outcome: 'signed-in' | 'signed-out' | 'supervisor-asked' | 'shift-done',
    operator: string,
    scan: RawScan | null,
  ): void
  /** The weight that differs and waits for a word, in grams. */
  deviation(): Grams | null
  done(): void
  backToPacking(): void
  /** A stable reading that counts for this carton. */
  weigh(gross: Grams): void
  typeWeight(gross: Grams, reason: string): void
  acceptWeight(reason: string): void
  /** The platform has not changed since the last carton. */
  sameAsLast(gross: Grams): void
  undo(): void
  /** Whether each scan packs a unit or a whole factory carton. */
  setMode(mode: PackMode): void
  /** The contents of the carton that was finished last, in a new one. */
  sameAgain(): void
  /** The carton in hand is put aside, or waits for the scale. */
  park(purpose: ParkPurpose): void
  /** A parked carton comes back, with its order. */
  resume(code: CartonCode): void
  setTimes(times: number): void
  /** What is not as planned is right. */
  agree(): void
  /** So many units of these goods of the order are not as it expects. */
  noteException(kind: ExceptionKind, sku: Sku, units: number): void
  /** The picture opens for a photo of what was noted last; where it is open, one is taken. */
  photo(): void
  /** A photo was taken of this exception. Throws AppError where it cannot be kept. */
  keepPhoto(exceptionId: number, jpeg: Uint8Array): void
  chooseBox(id: string): void
  boxChoices(): BoxChoicesView
  /** The carton in hand is not as its box type says. */
  measure(size: Size): void
  acknowledge(): void
  reprint(): void
  /** Labels for the goods that were kept out for want of one; other goods are refused. */
  printUnitLabels(count: number): void
  reopen(code: CartonCode, reason: string): void
  void(code: CartonCode, reason: string): void
  /** The print journal moved for this carton. */
  labelsChanged(code: CartonCode): void
  /** The order in hand may have changed by a pull. */
  ordersChanged(): void
  lastSealed(): Grams | null
}

/** Refusals that end by themselves, as soon as the server has answered. */
const coming: ReadonlySet<ErrorCode> = new Set(['codes-coming', 'numbers-coming', 'rights-coming'])

/** What is on the scale stays there while pallets change. */
const isAboutCarton = ({ type }: PackEffect): boolean => !type.startsWith('pallet-')

/** Answers while the picture may be open. */
const photographing: ReadonlySet<ScanOutcome> = new Set<ScanOutcome>(['photo-open', 'photo-kept'])

const rightsMissing: ReadonlySet<unknown> = new Set<ErrorCode>(['rights-coming', 'rights-offline'])

/** Goods that nobody had found are in the hand, and the store no longer counts them as short: rights to them are asked for. */
const isFound = ({ order }: PackSession, view: FeedbackView | null): boolean => {
  const isMissed = view?.outcome === 'no-rights' || rightsMissing.has(view?.facts['error'])
  return isMissed && Array.from(order.lines.values()).some(({ short }) => short > 0)
}

/** @throws AppError of the store when a commit fails; the bench then stands where it stood */
export const createBench = (parts: BenchParts): Bench => {
  const { store, orders, cartons } = parts
  const answers = createAnswerBook((sku, where) =>
    where === 'order' ? (held?.goods.info(sku) ?? null) : parts.catalogue.sku(sku),
  )
  const sessions = createBenchSession(parts)
  const events = createBenchEvents(parts, () => held)
  let held: Held | null = sessions.restore()
  let rev = 0
  let shown: Held | null = null
  let weighing: { weight: CartonWeight; problem: BenchState['weighProblem'] } | null = null
  if (held !== null) answers.restore(held.record.lock)

  const orderInHand = (): OrderNo | null => held?.order.header.orderNo ?? null

  /** The carton in hand once it is sealed: before that it has neither weight nor labels to read. */
  const sealedInHand = () => {
    const carton = held?.session.carton ?? null
    return carton === null || carton.state === 'open' ? null : carton
  }

  const storedInHand = () => {
    const carton = sealedInHand()
    return carton === null ? null : cartons.find(carton.code)
  }

  const labelsInHand = () => {
    const carton = sealedInHand()
    return carton === null ? [] : cartonLabels(parts, carton)
  }

  const numbered = (code: CartonCode | null) => {
    const cartonNo = code === null ? null : cartons.numberOf(code)
    return code === null || cartonNo === null ? null : { code, cartonNo }
  }

  const viewInput = (before: Held | null) => ({
    rev,
    held,
    before,
    stored: storedInHand(),
    lastVerified: numbered(held?.session.lastVerified ?? null),
    labels: labelsInHand(),
    rolls: rollSet(parts, held),
    boxTypes: parts.boxTypes,
    feedback: answers.latest(),
    recent: answers.recent(),
    weighProblem: weighing?.problem ?? null,
  })

  const show = (): void => {
    rev += 1
    const before = shown
    shown = held
    parts.publish(benchState(viewInput(before)))
  }

  /** Answers that change nothing of the order in hand: logged and shown. @param write what is committed with the scan */
  const answerOnly = (
    answer: PackAnswer,
    scan: RawScan | null,
    write: () => void = () => undefined,
  ): void => {
    const at = localTime(parts.clock())
    const view = answers.make(answer, scan?.text ?? '')
    if (scan !== null) {
      store.transaction(() => {
        write()
        sessions.logScan(null, scan, view, at)
      })
    }
    answers.add(view)
    show()
  }

  const commit = (makeEvent: EventMaker, scan: RawScan | null = null): void => {
    const current = held
    if (current === null) {
      answerOnly(plainAnswer('no-order'), scan)
      return
    }
    const at = localTime(parts.clock())
    const next = store.transaction(() => {
      const event = makeEvent()
      const outcome = event.ok ? stepSession(current.session, event.value) : event
      const stepped = outcome.ok ? outcome.value : null
      const session = stepped?.session ?? current.session
      const answer = outcome.ok ? outcome.value.answer : refusalAnswer(outcome.error)
      const view = answer === null ? null : answers.make(answer, scan?.text ?? '')
      if (scan !== null && view !== null) sessions.logScan(session, scan, view, at)
      const effects = stepped?.effects ?? []
      const justNoted = writeEffects(parts, current.order, session, effects, at)
      const noted = justNoted ?? current.record.noted
      const locksAnew = view !== null && locking.has(view.outcome)
      const before = locksAnew ? null : current.record.lock
      const lock = session.lock === null ? null : (before ?? view)
      const saved = sessions.save(current, session, { lock, noted }, effects)
      // The packer goes on seeing what locked scanning; it sounds again.
      const shownAgain =
        view?.outcome === 'locked' && lock !== null ? { ...lock, seq: view.seq } : view
      return {
        held: isFound(session, view) ? sessions.reload(saved) : saved,
        view: shownAgain,
        effects,
        weighProblem: stepped?.weighProblem ?? null,
        awaits: !event.ok && coming.has(event.error.code),
        // What the printer did answers nothing that the packer did.
        isPackers: !event.ok || event.value.type !== 'labels-printed',
      }
    })
    held = next.held
    if (next.view !== null) answers.add(next.view)
    else if (next.isPackers && next.held.session.lock === null) answers.clear()
    if (next.weighProblem !== null && weighing !== null) {
      weighing = { ...weighing, problem: answers.nameGoods(next.weighProblem) }
    } else if (held.session.step !== 'weighing' || next.effects.some(isAboutCarton)) {
      weighing = null
    }
    show()
    parts.committed(next.effects)
    if (next.awaits) parts.asked()
  }

  const act = (event: PackEvent): void => commit(() => ok(event))

  /** Why the order cannot be put aside now. A carton that was emptied again is given up, and its code with it. */
  const letGo = (): Refusal | null => {
    const carton = held?.session.carton ?? null
    if (carton === null) return null
    if (carton.state !== 'open' || cartonUnits(carton.contents) > 0) {
      return { code: 'carton-unfinished', details: { cartonNo: carton.cartonNo } }
    }
    // A planned one keeps its mark, which opens it another time.
    if (carton.plan !== null) act({ type: 'unopen' })
    else commit(() => sessions.voidEvent(orderInHand(), carton.code, 'empty'))
    return null
  }

  /** The cartons of a closed order are told as they are; those of a cancelled one come apart again. */
  const shut = () => {
    const status = held?.order.status ?? 'packing'
    return packable.has(status) || status === 'cancelled'
      ? null
      : refuse('order-closed', { status })
  }

  const refusalToOpen = (orderNo: OrderNo): Refusal | null => {
    const summary = orders.summary(orderNo)
    if (summary === null) return { code: 'order-unknown', details: { orderNo } }
    if (summary.refused !== null && summary.lines === 0) {
      const { path = '', fault = '' } = summary.refused.details
      return { code: 'order-invalid', details: { orderNo, path: `${path}`, fault: `${fault}` } }
    }
    if (packable.has(summary.status)) return letGo()
    // Its cartons must come apart again somewhere.
    if (summary.status === 'cancelled' && summary.packed > 0) return letGo()
    // So must those be finished that were parked before somebody else closed it.
    if (parts.parked.countOf(orderNo) > 0) return letGo()
    return { code: 'order-not-packable', details: { orderNo, status: summary.status } }
  }

  const open = (orderNo: OrderNo, scan: RawScan | null = null): void => {
    if (held?.order.header.orderNo !== orderNo) {
      const refusal = refusalToOpen(orderNo)
      if (refusal !== null) {
        answerOnly(refusalAnswer(refusal), scan)
        return
      }
      held = sessions.open(orderNo, held)
    }
    answers.clear()
    weighing = null
    shown = null
    show()
  }

  const leave = (): void => {
    if (held === null) return
    if (held.session.lock !== null) {
      answerOnly(plainAnswer('locked'), null)
      return
    }
    const refusal = letGo()
    if (refusal !== null) {
      answerOnly(refusalAnswer(refusal), null)
      return
    }
    sessions.leave(held)
    held = null
    answers.clear()
    show()
    parts.committed([])
  }

  const reprint = (scan: RawScan | null = null): void => {
    const carton = held?.session.carton ?? null
    if (carton === null || carton.state === 'open') {
      if (carton === null && parts.reprintParked() > 0) return
      answerOnly(refusalAnswer({ code: 'carton-state', details: {} }), scan)
      return
    }
    try {
      parts.reprint(carton.code, carton.markRevision)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      answerOnly(refusalAnswer({ code: error.code, details: {} }), scan)
    }
  }

  /** Scanning stays locked: the label, once it is on the unit, is what unlocks it. */
  const printUnitLabels = (count: number, scan: RawScan | null = null): void => {
    const lock = held?.record.lock ?? null
    if (held === null || lock === null) {
      answerOnly(refusalAnswer({ code: 'unit-label-not-due', details: {} }), scan)
      return
    }
    const isLabelDue = lock.outcome === 'needs-unit-label'
    const info = isLabelDue ? held.goods.info(lock.sku as Sku) : null
    const label = info === null ? null : unitLabelOf(info)
    if (label === null) {
      // Whatever else has locked scanning is still what has to be acknowledged.
      if (scan !== null) commit(events.goods({ kind: 'unknown' }), scan)
      return
    }
    if (scan !== null) {
      // It is written down like any scan; what answers it is the label.
      const { session } = held
      const view = answers.make(plainAnswer('locked'), scan.text)
      store.transaction(() => sessions.logScan(session, scan, view, localTime(parts.clock())))
    }
    parts.printUnitLabels(held.order.header.orderNo, label, count)
  }

  const keepPhoto = (exceptionId: number, jpeg: Uint8Array): void => {
    const photo = parts.photos.keep(exceptionId, jpeg)
    parts.asked()
    const latest = answers.latest()
    // Whatever was scanned since keeps its answer.
    if (latest === null || !photographing.has(latest.outcome)) return
    if (latest.facts['exception'] !== exceptionId) return
    const facts = { ...latest.facts, photo }
    const units = parts.photos.countOf(exceptionId)
    answerOnly({ outcome: 'photo-kept', sku: latest.sku as Sku | null, units, facts }, null)
  }

  const resume = (code: CartonCode, scan: RawScan | null = null): void => {
    const found = parts.parked.find(code)
    const inHand = held?.session.carton ?? null
    if (held !== null && held.session.lock !== null) answerOnly(plainAnswer('locked'), scan)
    else if (found === null && inHand?.code === code && inHand.state === 'open') {
      const { cartonNo, contents } = inHand
      const facts = { cartonCode: code, cartonNo, step: held?.session.step ?? 'packing' }
      const answer = { ...plainAnswer('carton-resumed'), units: cartonUnits(contents), facts }
      answerOnly(answer, scan)
    } else if (found === null) {
      const details = { cartonCode: code, cartonNo: cartons.numberOf(code) ?? 0 }
      answerOnly(refusalAnswer({ code: 'carton-not-parked', details }), scan)
    } else {
      const refusal = orderInHand() === found.orderNo ? letGo() : refusalToOpen(found.orderNo)
      if (refusal !== null) {
        answerOnly(refusalAnswer(refusal), scan)
        return
      }
      if (orderInHand() !== found.orderNo) open(found.orderNo)
      commit(() => sessions.resumeEvent(found), scan)
    }
  }

  /** Its order comes with it, as with a parked carton. */
  const openPlanned = (mark: PlannedMark, scan: RawScan): void => {
    const { code, orderNo } = mark
    if (parts.parked.find(code) !== null) {
      resume(code, scan)
      return
    }
    const inHand = held?.session.carton ?? null
    const isElsewhere = orderInHand() !== orderNo
    const refusal = isElsewhere ? refusalToOpen(orderNo) : inHand?.code === code ? null : letGo()
    if (refusal !== null) {
      answerOnly(refusalAnswer(refusal), scan, () => parts.planned.prove(code))
      return
    }
    if (isElsewhere) open(orderNo)
    commit(events.openPlanned(mark), scan)
  }

  const weighIn = (weight: CartonWeight, deviationAccepted: boolean): void => {
    if (held === null || held.session.step !== 'weighing') {
      answerOnly(refusalAnswer({ code: 'carton-state', details: {} }), null)
      return
    }
    weighing = { weight, problem: null }
    act({ type: 'weigh', weighIn: sessions.weighIn(held, weight, deviationAccepted) })
  }

  return {
    snapshot: () => {
      shown = held
      return benchSnapshot(viewInput(null), orders, parts.strangersTo, parts.photoPath)
    },
    step: () => held?.session.step ?? 'packing',
    orderNo: orderInHand,
    carton: () =>
      held?.session.carton == null
        ? null
        : { code: held.session.carton.code, expected: expectedNow(held.session) },
    open: (orderNo) => open(orderNo),
    leave,
    locked: () => held !== null && held.session.lock !== null,
    scan: createScanRouter(parts, {
      held: () => held,
      events,
      commit,
      answerOnly,
      open,
      reprint,
      unitLabel: (scan) => printUnitLabels(1, scan),
      resume,
      openPlanned,
    }),
    notTaken: (scan, why) => {
      answers.add(answers.make(refusalAnswer({ code: why, details: {} }), scan.text))
      show()
    },
    notice: (outcome, operator, scan) => {
      if (held !== null && held.session.lock !== null) return
      answerOnly({ ...plainAnswer(outcome), facts: { operator } }, scan)
    },
    deviation: () => (weighing?.problem?.kind === 'deviates' ? weighing.weight.gross : null),
    done: () => commit(events.done()),
    backToPacking: () => act({ type: 'back-to-packing' }),
    weigh: (gross) => {
      const answered = weighing?.weight.gross === gross ? weighing.problem : null
      // The last carton was on the platform: an equal weight that counts now is this carton's.
      if (answered !== null && answered.kind !== 'same-as-last') return
      weighIn({ gross, source: 'scale' }, false)
    },
    typeWeight: (gross, reason) => weighIn({ gross, source: 'manual', reason }, false),
    acceptWeight: (reason) => {
      if (weighing === null) {
        answerOnly(refusalAnswer({ code: 'weight-invalid', details: {} }), null)
        return
      }
      const typed = weighing.weight.reason
      weighIn(
        { ...weighing.weight, reason: typed === undefined ? reason : `${typed}; ${reason}` },
        true,
      )
    },
    sameAsLast: (gross) => {
      if (weighing?.problem?.kind === 'same-as-last') return
      weighing = { weight: { gross, source: 'scale' }, problem: { kind: 'same-as-last', gross } }
      show()
    },
    undo: () => commit(events.undo()),
    sameAgain: () => commit(events.sameAgain()),
    park: (purpose) => commit(events.park(purpose)),
    resume: (code) => resume(code),
    setMode: (mode) => act({ type: 'set-mode', mode }),
    agree: () => commit(events.agree()),
    noteException: (kind, sku, units) => commit(events.chosenException(kind, sku, units)),
    photo: () => commit(events.photo()),
    keepPhoto,
    setTimes: (times) => act({ type: 'set-times', times }),
    chooseBox: (id) => commit(events.box(id)),
    measure: (size) => act({ type: 'measure', size }),
    boxChoices: () => boxChoicesFor(held, parts.boxTypes),
    acknowledge: () => act({ type: 'acknowledge' }),
    reprint: () => reprint(),
    printUnitLabels: (count) => printUnitLabels(count),
    reopen: (code, reason) =>
      commit(() => shut() ?? sessions.reopenEvent(orderInHand(), code, reason)),
    void: (code, reason) => commit(() => shut() ?? sessions.voidEvent(orderInHand(), code, reason)),
    labelsChanged: (code) => {
      if (held?.session.carton?.code !== code) return
      const printed = labelProgress(labelsInHand()).printed
      if (printed && held.session.carton.state === 'sealed') act({ type: 'labels-printed' })
      else show()
    },
    ordersChanged: () => {
      if (held === null) return
      const before = held
      held = sessions.reload(held)
      // What was answered while goods went in means nothing once the order is over.
      const isOver = packable.has(before.order.status) && !packable.has(held.order.status)
      if (isOver && held.session.lock === null) answers.clear()
      shown = null
      // A number is left out: what the order itself says comes with a snapshot only.
      if (before.order.header.revision !== held.order.header.revision) rev += 1
      show()
    },
    lastSealed: () => held?.record.lastSealed ?? sessions.lastSealed(),
  }
}
