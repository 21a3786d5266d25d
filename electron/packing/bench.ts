import type { BoxType, CartonWeight } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { expectedNow, judgeGoods } from '#shared/domain/judge-goods.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { GoodsMatch, PackAnswer, PackEffect, PackEvent } from '#shared/domain/pack-session.ts'
import { stepSession } from '#shared/domain/pack-step.ts'
import {
  classifyScan,
  type Command,
  type MarkRead,
  type ScanCode,
} from '#shared/domain/scan-code.ts'
import type { Grams } from '#shared/domain/units.ts'
import type { ErrorCode } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { BenchSnapshot, BenchState } from '#shared/contract/views.ts'
import type { RawScan } from '#electron/devices/index.ts'
import type { Store } from '#electron/store/index.ts'
import { createAnswerBook } from './answer-book.ts'
import type { BenchRecords } from './bench-record.ts'
import { createBenchSession, type Held } from './bench-session.ts'
import { benchSnapshot, benchState, type StrangersTo } from './bench-view.ts'
import type { CartonRecords } from './carton-records.ts'
import type { Catalogue } from './catalogue.ts'
import { localTime } from './local-time.ts'
import { labelProgress, type MarkJournal } from './marks.ts'
import { type OrderBook, packable } from './order-book.ts'
import type { LimitsFor } from './order-limits.ts'
import { type EffectWriter, writeEffects } from './write-effects.ts'

export interface BenchParts extends EffectWriter {
  readonly store: Store
  readonly orders: OrderBook
  readonly catalogue: Catalogue
  readonly cartons: CartonRecords
  readonly records: BenchRecords
  readonly marks: MarkJournal
  readonly leases: {
    takeCode(): CartonCode | null
    takeCartonNo(orderNo: OrderNo): number | null
  }
  readonly boxTypes: readonly [BoxType, ...BoxType[]]
  readonly limitsFor: LimitsFor
  /** Only in training. */
  readonly strangersTo?: StrangersTo
  /** Reads and proves the QR text of a box mark. */
  readonly readMark: (text: string) => MarkRead | null
  /** Retries failed labels and copies uncertain ones. */
  readonly reprint: (code: CartonCode, revision: number) => void
  /** Wall clock, for display. */
  readonly clock: () => Date
  /** After a commit: workers are woken, screens told. */
  readonly committed: (effects: readonly PackEffect[]) => void
  readonly publish: (state: BenchState) => void
}

/** The packing bench: every act commits state, scan, facts and print jobs in one transaction, then shows the answer. */
export interface Bench {
  snapshot(): BenchSnapshot
  step(): BenchState['step']
  orderNo(): OrderNo | null
  /** The carton in hand and the gross weight it should have. */
  carton(): { readonly code: CartonCode; readonly expected: Grams } | null
  open(orderNo: OrderNo): void
  leave(): void
  scan(scan: RawScan): void
  done(): void
  backToPacking(): void
  /** A stable reading that counts for this carton. */
  weigh(gross: Grams): void
  typeWeight(gross: Grams, reason: string): void
  acceptWeight(reason: string): void
  /** The platform has not changed since the last carton. */
  sameAsLast(gross: Grams): void
  undo(): void
  setTimes(times: number): void
  chooseBox(id: string): void
  acknowledge(): void
  reprint(): void
  reopen(code: CartonCode, reason: string): void
  void(code: CartonCode, reason: string): void
  /** The print journal moved for this carton. */
  labelsChanged(code: CartonCode): void
  /** The order in hand may have changed by a pull. */
  ordersChanged(): void
  lastSealed(): Grams | null
}

interface Refusal {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string | number>>
}

type EventMaker = () => Result<PackEvent, Refusal>

const refuse = (code: ErrorCode, details: Refusal['details'] = {}) => err({ code, details })

const refusalAnswer = ({ code, details }: Refusal): PackAnswer => ({
  outcome: 'refused',
  sku: null,
  units: 0,
  facts: { ...details, error: code },
})

const plainAnswer = (outcome: PackAnswer['outcome']): PackAnswer => ({
  outcome,
  sku: null,
  units: 0,
  facts: {},
})

/** @throws AppError of the store when a commit fails; the bench then stands where it stood */
export const createBench = (parts: BenchParts): Bench => {
  const { store, orders, catalogue, cartons, marks, leases } = parts
  const answers = createAnswerBook(catalogue)
  const sessions = createBenchSession(parts)
  let held: Held | null = sessions.restore()
  let rev = 0
  let shown: Held | null = null
  let weighing: { weight: CartonWeight; problem: BenchState['weighProblem'] } | null = null
  if (held !== null) answers.restore(held.record.lock)

  const labelsOf = (current: Held) => {
    const { carton } = current.session
    return carton === null ? [] : marks.jobsOf(carton.code, carton.revision)
  }

  const viewInput = (before: Held | null) => ({
    rev,
    held,
    before,
    stored: held?.session.carton == null ? null : cartons.find(held.session.carton.code),
    lastVerified:
      held?.session.lastVerified == null ? null : cartons.find(held.session.lastVerified),
    labels: held === null ? [] : labelsOf(held),
    fallbackBox: parts.boxTypes[0].id,
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

  /** Answers without an order in hand: logged and shown, nothing else changes. */
  const answerOnly = (answer: PackAnswer, scan: RawScan | null): void => {
    const at = localTime(parts.clock())
    const view = answers.make(answer, scan?.text ?? '')
    if (scan !== null) {
      store.transaction(() => sessions.logScan(null, scan, view, at))
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
      writeEffects(parts, current.order, session, effects, at)
      const lock = session.lock === null ? null : (current.record.lock ?? view)
      const saved = sessions.save(current, session, lock, effects)
      return { held: saved, view, effects, weighProblem: stepped?.weighProblem ?? null }
    })
    held = next.held
    if (next.view !== null) answers.add(next.view)
    else if (next.held.session.lock === null) answers.clear()
    if (next.weighProblem !== null && weighing !== null) {
      weighing = { ...weighing, problem: answers.nameGoods(next.weighProblem) }
    } else if (held.session.step !== 'weighing' || next.effects.length > 0) {
      weighing = null
    }
    show()
    parts.committed(next.effects)
  }

  const act = (event: PackEvent): void => commit(() => ok(event))

  const goodsEvent = (match: GoodsMatch): EventMaker => {
    return () => {
      if (held === null) return refuse('no-order-open')
      const { session, order } = held
      const opens = session.carton === null && judgeGoods(session, match).outcome === 'accepted'
      if (!opens) return ok({ type: 'goods', match, fresh: null })
      const cartonNo = leases.takeCartonNo(order.header.orderNo)
      if (cartonNo === null) return refuse('numbers-exhausted')
      const code = leases.takeCode()
      return code === null
        ? refuse('codes-exhausted')
        : ok({ type: 'goods', match, fresh: { code, cartonNo } })
    }
  }

  const markEvent = (code: CartonCode | null, revision: number | null): EventMaker => {
    return () => {
      if (held === null) return refuse('no-order-open')
      const known = code === null ? null : cartons.find(code)
      const progress = labelProgress(labelsOf(held))
      return ok({
        type: 'mark',
        scan: {
          code,
          revision,
          known:
            known === null
              ? null
              : {
                  revision: known.revision,
                  voided: known.state === 'voided',
                  verified: known.state === 'verified',
                },
          labels: { ...progress, nextPrinted: progress.next !== null },
        },
      })
    }
  }

  const open = (orderNo: OrderNo, scan: RawScan | null = null): void => {
    const refusal = ((): Refusal | null => {
      if (held?.order.header.orderNo === orderNo) return null
      const onBench = held?.session.carton
      if (onBench != null)
        return { code: 'carton-unfinished', details: { cartonNo: onBench.cartonNo } }
      const summary = orders.summary(orderNo)
      if (summary === null) return { code: 'order-unknown', details: { orderNo } }
      if (!packable.has(summary.status)) {
        return { code: 'order-not-packable', details: { orderNo, status: summary.status } }
      }
      return null
    })()
    if (refusal !== null) {
      answerOnly(refusalAnswer(refusal), scan)
      return
    }
    if (held?.order.header.orderNo !== orderNo) held = sessions.open(orderNo, held)
    answers.clear()
    weighing = null
    shown = null
    show()
  }

  const scanGoods = (code: Extract<ScanCode, { kind: 'goods' }>, scan: RawScan): void => {
    const current = held
    const match: GoodsMatch =
      current === null
        ? { kind: 'unknown' }
        : catalogue.match(code.candidates, (sku) => {
            const line = current.session.order.lines.get(sku)
            if (line === undefined) return 'foreign'
            return sessions.packed(current.session, sku) < line.ordered ? 'open' : 'full'
          })
    const locked = current !== null && current.session.lock !== null
    if (match.kind === 'unknown' && !locked && orders.summary(code.text as OrderNo) !== null) {
      open(code.text as OrderNo, scan)
      return
    }
    const awaitsMark = current?.session.step === 'marking' || current?.session.step === 'scan-back'
    if (match.kind === 'unknown' && awaitsMark) commit(markEvent(null, null), scan)
    else commit(goodsEvent(match), scan)
  }

  const obey = (command: Command, scan: RawScan): void => {
    switch (command.name) {
      case 'done':
        return commit(() => ok({ type: 'done' }), scan)
      case 'undo':
        return commit(() => ok({ type: 'undo' }), scan)
      case 'acknowledge':
        return commit(() => ok({ type: 'acknowledge' }), scan)
      case 'times':
        return commit(() => ok({ type: 'set-times', times: command.factor }), scan)
      case 'box':
        return commit(boxEvent(command.boxType), scan)
      case 'reprint':
        return reprint(scan)
      case 'unknown':
        return answerOnly(plainAnswer('command-unknown'), scan)
    }
  }

  const boxEvent = (id: string): EventMaker => {
    const boxType = parts.boxTypes.find((candidate) => candidate.id === id)
    return () =>
      boxType === undefined
        ? refuse('box-type-unknown', { boxType: id })
        : ok({ type: 'choose-box', boxType })
  }

  const reprint = (scan: RawScan | null = null): void => {
    const carton = held?.session.carton ?? null
    if (carton === null || carton.state === 'open') {
      answerOnly(refusalAnswer({ code: 'carton-state', details: {} }), scan)
      return
    }
    parts.reprint(carton.code, carton.revision)
  }

  const weighIn = (weight: CartonWeight, deviationAccepted: boolean): void => {
    if (held === null || held.session.step !== 'weighing') {
      answerOnly(refusalAnswer({ code: 'carton-state', details: {} }), null)
      return
    }
    weighing = { weight, problem: null }
    act({ type: 'weigh', weighIn: sessions.weighIn(held.session, weight, deviationAccepted) })
  }

  return {
    snapshot: () => {
      shown = held
      return benchSnapshot(viewInput(null), orders, parts.strangersTo)
    },
    step: () => held?.session.step ?? 'packing',
    orderNo: () => held?.order.header.orderNo ?? null,
    carton: () =>
      held?.session.carton == null
        ? null
        : { code: held.session.carton.code, expected: expectedNow(held.session) },
    open: (orderNo) => open(orderNo),
    leave: () => {
      const onBench = held?.session.carton
      if (onBench != null) {
        answerOnly(
          refusalAnswer({ code: 'carton-unfinished', details: { cartonNo: onBench.cartonNo } }),
          null,
        )
        return
      }
      if (held !== null) sessions.leave(held)
      held = null
      answers.clear()
      show()
    },
    scan: (scan) => {
      const code = classifyScan(scan.text, parts.readMark)
      switch (code.kind) {
        case 'command':
          return obey(code.command, scan)
        case 'carton-code':
          return commit(markEvent(code.code, null), scan)
        case 'mark':
          return commit(markEvent(code.mark.code, code.mark.revision), scan)
        case 'broken-mark':
          return commit(markEvent(null, null), scan)
        case 'goods':
          return scanGoods(code, scan)
        case 'garbage':
          return commit(goodsEvent({ kind: 'unknown' }), scan)
      }
    },
    done: () => act({ type: 'done' }),
    backToPacking: () => act({ type: 'back-to-packing' }),
    weigh: (gross) => {
      if (weighing?.weight.gross === gross && weighing.problem !== null) return
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
    undo: () => act({ type: 'undo' }),
    setTimes: (times) => act({ type: 'set-times', times }),
    chooseBox: (id) => commit(boxEvent(id)),
    acknowledge: () => act({ type: 'acknowledge' }),
    reprint: () => reprint(),
    reopen: (code, reason) => commit(() => sessions.reopenEvent(code, reason)),
    void: (code, reason) => commit(() => sessions.voidEvent(code, reason)),
    labelsChanged: (code) => {
      if (held?.session.carton?.code !== code) return
      const printed = labelProgress(labelsOf(held)).printed
      if (printed && held.session.carton.state === 'sealed') act({ type: 'labels-printed' })
      else show()
    },
    ordersChanged: () => {
      if (held === null) return
      held = sessions.reload(held)
      shown = null
      show()
    },
    lastSealed: () => held?.record.lastSealed ?? sessions.lastSealed(),
  }
}
