import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { GoodsMatch, PackAnswer, PackEvent } from '#shared/domain/pack-session.ts'
import type { Command } from '#shared/domain/command-code.ts'
import { displayText, type ScanCode, type ScannedGoods } from '#shared/domain/scan-code.ts'
import { ok } from '#shared/result.ts'
import type { RawScan } from '#electron/devices/index.ts'
import type { BenchParts } from './bench-parts.ts'
import type { BenchEvents, ScannedMark } from './bench-events.ts'
import type { Held } from './held.ts'
import type { PlannedMark } from './planned-records.ts'
import { type EventMaker, plainAnswer, refusalAnswer } from './refusal.ts'

/** What the bench lets a scan do. */
interface ScanTargets {
  readonly held: () => Held | null
  readonly events: BenchEvents
  readonly commit: (makeEvent: EventMaker, scan: RawScan) => void
  readonly answerOnly: (answer: PackAnswer, scan: RawScan) => void
  readonly open: (orderNo: OrderNo, scan: RawScan) => void
  readonly reprint: (scan: RawScan) => void
  /** A label for the unit that was kept out for want of it. */
  readonly unitLabel: (scan: RawScan) => void
  /** A parked carton comes back to the bench. */
  readonly resume: (code: CartonCode, scan: RawScan) => void
  /** The mark of a planned carton, printed ahead, opens it. */
  readonly openPlanned: (mark: PlannedMark, scan: RawScan) => void
}

type RouterParts = Pick<
  BenchParts,
  'cartons' | 'catalogue' | 'orders' | 'parked' | 'planned' | 'readScan' | 'markRolls'
>

/** Leads every scan to what it means: a command, a box mark, goods, or the number of an order. */
export const createScanRouter = (
  { cartons, catalogue, orders, parked, planned, readScan, markRolls }: RouterParts,
  { held, events, commit, answerOnly, open, reprint, unitLabel, resume, openPlanned }: ScanTargets,
): ((scan: RawScan) => void) => {
  const act = (event: PackEvent, scan: RawScan): void => commit(() => ok(event), scan)

  const matchOf = (code: ScannedGoods): GoodsMatch => {
    const line = held()?.goods.match(code) ?? null
    if (line !== null) return line
    const sku = catalogue.find([...code.candidates, ...(code.content?.candidates ?? [])])
    if (sku === null) return { kind: 'unknown' }
    return { kind: 'elsewhere', sku, orderNo: parked.orderThatWants(sku) }
  }

  const goods = (code: Extract<ScanCode, { kind: 'goods' }>, scan: RawScan): void => {
    const session = held()?.session
    const expecting = session?.expecting ?? null
    if (expecting !== null) {
      commit(events.exception(expecting, matchOf(code), displayText(code.text)), scan)
      return
    }
    const isMarking = session?.step === 'marking' || session?.step === 'scan-back'
    const roll = markRolls.find(({ barcode }) => code.candidates.includes(barcode))
    // A roll may itself be sold: it counts as one only where marks are due, or where it is nothing else.
    if (roll !== undefined && isMarking) {
      commit(events.roll(roll), scan)
      return
    }
    const match = matchOf(code)
    if (match.kind !== 'unknown') {
      commit(events.goods(match), scan)
      return
    }
    const orderNo = code.text as OrderNo
    const locked = session !== undefined && session.lock !== null
    if (roll !== undefined) commit(events.roll(roll), scan)
    else if (!locked && orders.summary(orderNo) !== null) open(orderNo, scan)
    else if (isMarking) commit(events.mark(null), scan)
    else commit(events.goods(match), scan)
  }

  /**
   * A mark printed ahead, whose carton nobody has sealed yet. On a carton whose marks are due it is a wrong one like any
   * other, and so it is while scanning is locked.
   */
  const plannedMark = (code: CartonCode): PlannedMark | null => {
    const session = held()?.session
    const isDue =
      session !== undefined && session.carton !== null && session.carton.state !== 'open'
    if (isDue || (session?.lock ?? null) !== null) return null
    const state = cartons.find(code)?.state ?? 'open'
    return state === 'open' || state === 'parked' ? planned.find(code) : null
  }

  /** No order is in hand: whose carton it is, and where it stands. */
  const tellCarton = (code: CartonCode, scan: RawScan): boolean => {
    const known = held() === null ? cartons.find(code) : null
    if (known === null) return false
    const { cartonNo, orderNo, state } = known
    const facts = { cartonCode: code, cartonNo, orderNo, state }
    answerOnly({ ...plainAnswer('carton-known'), facts }, scan)
    return true
  }

  const mark = (read: ScannedMark, scan: RawScan): void => {
    const { code, revision } = read
    const opens = revision === null || revision === 0 ? plannedMark(code) : null
    if (opens !== null) openPlanned(opens, scan)
    else if (!tellCarton(code, scan)) commit(events.mark(read), scan)
  }

  const obey = (command: Command, scan: RawScan): void => {
    switch (command.name) {
      case 'done':
        return commit(events.done(), scan)
      case 'back':
        return act({ type: 'back-to-packing' }, scan)
      case 'undo':
        return commit(events.undo(), scan)
      case 'acknowledge':
        return act({ type: command.name }, scan)
      case 'times':
        return act({ type: 'set-times', times: command.factor }, scan)
      case 'box':
        return commit(events.box(command.boxType), scan)
      case 'agree':
        return commit(events.agree(), scan)
      case 'exception':
        return commit(events.expectException(command.kind), scan)
      case 'photo':
        return commit(events.photo(), scan)
      case 'same-again':
        return commit(events.sameAgain(), scan)
      case 'mode':
        return act({ type: 'set-mode', mode: command.mode }, scan)
      case 'unit-label':
        return unitLabel(scan)
      case 'park':
        return commit(events.park('aside'), scan)
      case 'queue':
        return commit(events.park('weighing'), scan)
      case 'pallet':
        return commit(events.pallet(null), scan)
      case 'resume':
        return resume(command.carton, scan)
      case 'reprint':
        return reprint(scan)
      // Nothing is looked up while wrong goods wait: it is a scan like any other.
      case 'find':
        return commit(events.goods({ kind: 'unknown' }), scan)
      // What a supervisor's badge was asked for comes to the bench as that deed; here is nothing to ask for.
      case 'accept-weight':
      case 'void':
        return answerOnly(refusalAnswer({ code: 'nothing-to-approve', details: {} }), scan)
      // It is begun before the bench sees it, unless wrong goods wait for their acknowledgement.
      case 'shift':
        return commit(events.goods({ kind: 'unknown' }), scan)
      // A recount, and whoever signs people in, take their commands before the bench sees them.
      case 'recount':
      case 'sign-out':
      case 'unknown':
        return answerOnly(plainAnswer('command-unknown'), scan)
    }
  }

  return (scan) => {
    const code = readScan(scan.text)
    switch (code.kind) {
      case 'command':
        return obey(code.command, scan)
      case 'carton-code':
        return mark({ code: code.code, revision: null, digest: null }, scan)
      case 'mark':
        return mark(code.mark, scan)
      case 'broken-mark':
        return commit(events.mark(null), scan)
      case 'pallet':
        return commit(events.pallet(code.sscc), scan)
      case 'goods':
        return goods(code, scan)
      case 'garbage':
        return commit(events.goods({ kind: 'unknown' }), scan)
    }
  }
}
