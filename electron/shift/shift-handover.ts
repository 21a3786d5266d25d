import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Operator } from '#shared/domain/operator.ts'
import type { PackAnswer } from '#shared/domain/pack-session.ts'
import type { ReadScan } from '#shared/domain/scan-code.ts'
import {
  decide,
  type HandoverItem,
  type HandoverScan,
  lastDecided,
  renewed,
  takeBack,
  undecided,
} from '#shared/domain/shift-handover.ts'
import { AppError } from '#shared/errors.ts'
import type { ShiftView } from '#shared/contract/shift-views.ts'
import type { AuditLog } from '#electron/audit/index.ts'
import type { RawScan } from '#electron/devices/index.ts'
import type { SignIn } from '#electron/operators/index.ts'
import { type Bench, createAnswerBook, plainAnswer } from '#electron/packing/index.ts'
import type { Store } from '#electron/store/index.ts'
import { aboutItem, handoverAnswer, type KnownCartons } from './handover-answers.ts'
import { createHandoverRecords, type RunningHandover } from './handover-records.ts'
import { createHandoverScans } from './handover-scans.ts'
import { activeHandover, handoverInWords } from './handover-view.ts'

/** 交班: what is in hand stands in one list, and whoever comes next accepts it by scanning. */
export interface ShiftHandover {
  view(): ShiftView
  /** The bench belongs to it: not while somebody has to sign in first. */
  isRunning(): boolean
  /** True when the scan belongs to the handover, and was dealt with. */
  takes(scan: RawScan): boolean
  /** @throws AppError shift-running, recount-running, shift-locked, shift-carton-open */
  start(): void
  /** Nobody finds it. @throws AppError shift-absent, shift-not-listed */
  missing(code: CartonCode, reason: string): void
  /** Takes the last word back; with none said, breaks off. @throws AppError shift-absent */
  undo(): void
  /**
   * By the name of the successor, or null where nobody signs in.
   * @throws AppError shift-absent, shift-unfinished, shift-needs-badge, shift-same-operator, operator-unknown, supervisor-needed
   */
  finish(successor: string | null): void
  /** Breaks off: nothing was handed over. */
  leave(): void
  /** Labels or cartons moved. */
  refresh(): void
}

export interface ShiftParts extends KnownCartons {
  readonly store: Store
  readonly items: () => readonly HandoverItem[]
  readonly bench: Pick<Bench, 'carton' | 'locked' | 'notTaken' | 'notice'>
  readonly isRecounting: () => boolean
  /** Scans only look things up: none of them begins a handover. */
  readonly isLookingUp: () => boolean
  readonly signIn: SignIn
  readonly audit: Pick<AuditLog, 'add'>
  readonly printMissing: () => number
  readonly readScan: ReadScan
  readonly now: () => string
  readonly publish: (view: ShiftView) => void
}

export const createShiftHandover = (parts: ShiftParts): ShiftHandover => {
  const { store, bench, cartons, signIn, now } = parts
  const records = createHandoverRecords(store)
  const answers = createAnswerBook(() => null)
  let running = records.running()
  let rev = 0

  const view = (): ShiftView => ({
    rev,
    active: running === null ? null : activeHandover(running, signIn),
    feedback: answers.latest(),
  })
  const show = (): void => {
    rev += 1
    parts.publish(view())
  }
  const answer = (given: PackAnswer, text: string): void => {
    answers.add(answers.make(given, text))
    show()
  }
  const active = (): RunningHandover => {
    if (running !== null) return running
    throw new AppError('shift-absent', 'no shift is being handed over')
  }
  const keep = (handover: RunningHandover, items: readonly HandoverItem[]): void => {
    store.transaction(() => records.keep(handover.id, items))
    running = { ...handover, items }
  }
  const stop = (): void => {
    running = null
    answers.clear()
    show()
  }

  const renew = (handover: RunningHandover): void => {
    const items = renewed(handover.items, parts.items())
    if (JSON.stringify(items) !== JSON.stringify(handover.items)) keep(handover, items)
  }
  // Labels that were on their way when the station stopped are uncertain now.
  if (running !== null) renew(running)

  const openCarton = () => {
    const inHand = bench.carton()
    const carton = inHand === null ? null : cartons.find(inHand.code)
    return carton?.state === 'open' && carton.contents.length > 0 ? carton : null
  }
  const start = (): void => {
    if (running !== null) throw new AppError('shift-running', 'one handover at a time')
    if (parts.isRecounting()) throw new AppError('recount-running', 'a carton is being counted')
    if (bench.locked()) throw new AppError('shift-locked', 'wrong goods wait')
    const open = openCarton()
    if (open !== null) {
      throw new AppError('shift-carton-open', open.code, { details: { cartonNo: open.cartonNo } })
    }
    const from = signIn.current()?.name ?? null
    store.transaction(() => records.start(from, parts.items(), now()))
    running = records.running()
    answers.clear()
    show()
  }

  const accept = (scan: HandoverScan): PackAnswer => {
    const handover = active()
    const given = handoverAnswer(handover.items, scan, parts)
    if (given.outcome === 'shift-accepted') {
      keep(handover, decide(handover.items, scan.code, { reason: null, at: now() }))
    }
    return given
  }

  const leave = (): void => {
    const handover = running
    if (handover !== null) {
      store.transaction(() => records.end(handover.id, 'broken-off', null, now()))
    }
    stop()
  }
  const undo = (): void => {
    const handover = active()
    const last = lastDecided(handover.items)
    if (last === null) return leave()
    keep(handover, takeBack(handover.items, last.code))
    answer({ ...plainAnswer('undone'), facts: aboutItem(last) }, '')
  }

  const write = (handover: RunningHandover, successor: Operator | null) => (): void => {
    records.end(handover.id, 'done', successor?.name ?? null, now())
    if (successor === null) return
    const why = handoverInWords(handover)
    parts.audit.add({ kind: 'shift-handed-over', who: successor.name, why })
  }
  const finish = (successor: Operator | null, scan: RawScan | null): void => {
    const handover = active()
    const left = undecided(handover.items)
    if (left > 0) throw new AppError('shift-unfinished', `${left} left`, { details: { left } })
    if (successor === null) {
      if (signIn.isUsed()) throw new AppError('shift-needs-badge', 'somebody has to take over')
      store.transaction(write(handover, null))
    } else {
      if (successor.name === handover.from) {
        throw new AppError('shift-same-operator', 'nobody hands over to oneself')
      }
      signIn.enter(successor, write(handover, successor))
    }
    stop()
    bench.notice('shift-done', successor?.name ?? '', scan)
  }

  const takeRunning = createHandoverScans(
    { readScan: parts.readScan, byBadge: signIn.byBadge },
    {
      accept,
      finish,
      undo,
      leave,
      printMissing: parts.printMissing,
      clear: () => {
        answers.clear()
        show()
      },
      answer,
    },
  )
  const takeIdle = (scan: RawScan): boolean => {
    if (scan.isBroken === true || parts.isRecounting() || parts.isLookingUp()) return false
    const code = parts.readScan(scan.text)
    if (code.kind !== 'command' || code.command.name !== 'shift' || bench.locked()) return false
    const open = openCarton()
    if (open === null) start()
    else bench.notTaken(scan, 'shift-carton-open')
    return true
  }

  return {
    view,
    isRunning: () => running !== null && !signIn.isAwaited(),
    takes: (scan) => {
      // Somebody signs in first: at a bench that nobody stands at nothing is accepted.
      if (signIn.isAwaited()) return false
      if (running === null) return takeIdle(scan)
      takeRunning(scan)
      return true
    },
    start,
    missing: (code, reason) => {
      const handover = active()
      const item = handover.items.find((each) => each.code === code)
      if (item === undefined) {
        throw new AppError('shift-not-listed', code, { details: { cartonCode: code } })
      }
      keep(handover, decide(handover.items, code, { reason, at: now() }))
      answer({ ...plainAnswer('shift-missing'), facts: aboutItem(item) }, '')
    },
    undo,
    finish: (successor) => finish(successor === null ? null : signIn.byName(successor), null),
    leave,
    refresh: () => {
      if (running === null) return
      const before = running
      renew(running)
      if (running !== before) show()
    },
  }
}
