import type { OrderNo } from '#shared/domain/order.ts'
import type { GoodsMatch, PackAnswer, PackEvent } from '#shared/domain/pack-session.ts'
import type { Command } from '#shared/domain/command-code.ts'
import { classifyScan, type ScanCode } from '#shared/domain/scan-code.ts'
import { ok } from '#shared/result.ts'
import type { RawScan } from '#electron/devices/index.ts'
import type { BenchParts } from './bench-parts.ts'
import type { BenchEvents } from './bench-events.ts'
import type { Held } from './held.ts'
import { type EventMaker, plainAnswer } from './refusal.ts'

/** What the bench lets a scan do. */
interface ScanTargets {
  readonly held: () => Held | null
  readonly events: BenchEvents
  readonly commit: (makeEvent: EventMaker, scan: RawScan) => void
  readonly answerOnly: (answer: PackAnswer, scan: RawScan) => void
  readonly open: (orderNo: OrderNo, scan: RawScan) => void
  readonly reprint: (scan: RawScan) => void
}

type RouterParts = Pick<BenchParts, 'catalogue' | 'orders' | 'readMark'>

/** Leads every scan to what it means: a command, a box mark, goods, or the number of an order. */
export const createScanRouter = (
  { catalogue, orders, readMark }: RouterParts,
  { held, events, commit, answerOnly, open, reprint }: ScanTargets,
): ((scan: RawScan) => void) => {
  const act = (event: PackEvent, scan: RawScan): void => commit(() => ok(event), scan)

  const matchOf = ({ candidates }: Extract<ScanCode, { kind: 'goods' }>): GoodsMatch => {
    const line = held()?.goods.match(candidates) ?? null
    if (line !== null) return line
    const sku = catalogue.find(candidates)
    return sku === null ? { kind: 'unknown' } : { kind: 'elsewhere', sku }
  }

  const goods = (code: Extract<ScanCode, { kind: 'goods' }>, scan: RawScan): void => {
    const session = held()?.session
    const match = matchOf(code)
    if (match.kind !== 'unknown') {
      commit(events.goods(match), scan)
      return
    }
    const orderNo = code.text as OrderNo
    const locked = session !== undefined && session.lock !== null
    if (!locked && orders.summary(orderNo) !== null) open(orderNo, scan)
    else if (session?.step === 'marking' || session?.step === 'scan-back') {
      commit(events.mark(null), scan)
    } else commit(events.goods(match), scan)
  }

  const obey = (command: Command, scan: RawScan): void => {
    switch (command.name) {
      case 'done':
        return commit(events.done(), scan)
      case 'undo':
      case 'acknowledge':
        return act({ type: command.name }, scan)
      case 'times':
        return act({ type: 'set-times', times: command.factor }, scan)
      case 'box':
        return commit(events.box(command.boxType), scan)
      case 'reprint':
        return reprint(scan)
      // A recount takes its command before the bench sees it.
      case 'recount':
      case 'unknown':
        return answerOnly(plainAnswer('command-unknown'), scan)
    }
  }

  return (scan) => {
    const code = classifyScan(scan.text, readMark)
    switch (code.kind) {
      case 'command':
        return obey(code.command, scan)
      case 'carton-code':
        return commit(events.mark({ code: code.code, revision: null, digest: null }), scan)
      case 'mark':
        return commit(events.mark(code.mark), scan)
      case 'broken-mark':
        return commit(events.mark(null), scan)
      case 'goods':
        return goods(code, scan)
      case 'garbage':
        return commit(events.goods({ kind: 'unknown' }), scan)
    }
  }
}
