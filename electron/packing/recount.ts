import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact, RecountOutcome } from '#shared/domain/facts.ts'
import { packable } from '#shared/domain/order-life.ts'
import type { Sku } from '#shared/domain/order.ts'
import type { PackAnswer } from '#shared/domain/pack-session.ts'
import { compareCount, countAgrees, countOf } from '#shared/domain/recount.ts'
import type { ReadScan, ScannedGoods } from '#shared/domain/scan-code.ts'
import { AppError } from '#shared/errors.ts'
import type { RecountView } from '#shared/contract/recount-views.ts'
import type { RawScan } from '#electron/devices/index.ts'
import type { Store } from '#electron/store/index.ts'
import { createAnswerBook } from './answer-book.ts'
import type { Bench } from './bench.ts'
import type { CartonRecords, StoredCarton } from './carton-records.ts'
import type { Catalogue } from './catalogue.ts'
import { createGoodsIndex, type GoodsIndex } from './goods-index.ts'
import { localTime } from './local-time.ts'
import type { OrderBook } from './order-book.ts'
import { createRecountRecords, recountBegun, type RunningRecount } from './recount-records.ts'
import { createRecountScans } from './recount-scans.ts'
import { activeRecount } from './recount-view.ts'
import { plainAnswer, refusalAnswer } from './refusal.ts'

/** Recount 复核: a closed carton is counted blind, compared with its record, and put right if need be. */
export interface Recount {
  view(): RecountView
  /** A carton is counted, or its mark is waited for. */
  isRunning(): boolean
  /** True when the scan belongs to a recount, and was dealt with. */
  takes(scan: RawScan): boolean
  /** @throws AppError carton-unknown, carton-state, carton-unfinished, recount-running */
  start(code: CartonCode): void
  /** @throws AppError recount-absent, nothing-to-undo */
  undo(): void
  /** @throws AppError recount-absent */
  finish(): void
  /** @throws AppError recount-absent, order-closed, carton-state */
  reopen(reason: string): void
  /** A finished recount with differences is told as left as it is; one that is not finished is given up. */
  leave(): void
}

export interface RecountParts {
  readonly store: Store
  readonly orders: OrderBook
  readonly cartons: CartonRecords
  readonly catalogue: Catalogue
  readonly bench: Pick<Bench, 'carton' | 'locked' | 'open' | 'reopen'>
  /** Adds a fact to the outbox, in the running transaction. */
  readonly record: (fact: Fact) => unknown
  readonly readScan: ReadScan
  readonly station: string
  readonly clock: () => Date
  readonly publish: (view: RecountView) => void
  /** After a commit: there is something to send. */
  readonly recorded: () => void
}

const countable: ReadonlySet<string> = new Set(['sealed', 'marked', 'verified'])

export const createRecount = (parts: RecountParts): Recount => {
  const { store, orders, cartons, catalogue, bench, station } = parts
  const records = createRecountRecords(store)
  const now = (): string => localTime(parts.clock())
  let running = records.running()
  let awaitingMark = false
  let rev = 0

  const cartonOf = (code: CartonCode): StoredCarton => {
    const carton = cartons.find(code)
    if (carton !== null) return carton
    throw new AppError('carton-unknown', `no carton ${code}`, { details: { cartonCode: code } })
  }
  let goods: { readonly of: number; readonly index: GoodsIndex } | null = null
  const goodsOnOrder = (recount: RunningRecount): GoodsIndex => {
    if (goods?.of === recount.id) return goods.index
    const order = orders.load(cartonOf(recount.code).orderNo)
    const index = createGoodsIndex((order?.lines ?? []).map((line) => line.sku))
    goods = { of: recount.id, index }
    return index
  }
  const infoOf = (sku: Sku) =>
    (running === null ? null : goodsOnOrder(running).info(sku)) ?? catalogue.sku(sku)
  const answers = createAnswerBook(infoOf)
  const names = (sku: Sku) => {
    const info = infoOf(sku)
    return { nameZh: info?.nameZh ?? sku, nameEn: info?.nameEn ?? sku }
  }

  const view = (): RecountView => ({
    rev,
    awaitingMark,
    active: running === null ? null : activeRecount(running, cartonOf(running.code), names),
    feedback: answers.latest(),
  })
  const show = (): void => {
    rev += 1
    parts.publish(view())
  }
  const answer = (given: PackAnswer, text = ''): void => {
    answers.add(answers.make(given, text))
    show()
  }

  const active = (): RunningRecount => {
    if (running !== null) return running
    throw new AppError('recount-absent', 'no recount is running')
  }
  const tell = (recount: RunningRecount, outcome: RecountOutcome): void => {
    const { code, revision, scans, expected } = recount
    const { orderNo } = cartonOf(code)
    records.end(recount.id, outcome)
    parts.record({
      type: 'carton-recounted',
      orderNo,
      code,
      revision,
      station,
      at: now(),
      counts: countOf(scans),
      differences: compareCount(expected ?? [], scans).filter(
        (line) => line.counted !== line.expected,
      ),
      outcome,
    })
  }

  // Power went between the reopening and the word about it.
  if (running?.expected != null && cartonOf(running.code).revision > running.revision) {
    const reopened = running
    store.transaction(() => tell(reopened, 'reopened'))
    running = null
  }

  const setScans = (recount: RunningRecount, scans: RunningRecount['scans']): void => {
    store.transaction(() => records.count(recount.id, scans))
    running = { ...recount, scans }
  }
  const counting = (): RunningRecount => {
    const recount = active()
    if (recount.expected === null) return recount
    throw new AppError('recount-running', 'the count is finished', { details: { finished: true } })
  }
  const stop = (): void => {
    running = null
    awaitingMark = false
    answers.clear()
    show()
  }

  const start = (code: CartonCode): void => {
    if (running !== null) throw new AppError('recount-running', 'one carton at a time')
    const inHand = bench.carton()
    if (inHand !== null || bench.locked()) {
      throw new AppError('carton-unfinished', 'the bench is not free', {
        details: { cartonCode: inHand?.code ?? '' },
      })
    }
    const carton = cartonOf(code)
    if (!countable.has(carton.state)) {
      throw new AppError('carton-state', `${code} is ${carton.state}`, {
        details: { cartonCode: code, state: carton.state },
      })
    }
    store.transaction(() => {
      // So that it has its place among what else happened to the carton.
      cartons.note(code, carton.revision, recountBegun, {}, now())
      records.start(code, carton.revision, now())
    })
    running = records.running()
    awaitingMark = false
    answers.clear()
    show()
  }
  const undo = (): void => {
    const recount = counting()
    const last = recount.scans.at(-1)
    if (last === undefined) throw new AppError('nothing-to-undo', 'nothing was counted yet')
    setScans(recount, recount.scans.slice(0, -1))
    answer({ ...plainAnswer('undone'), ...last })
  }
  const finish = (): void => {
    const recount = counting()
    const expected = cartonOf(recount.code).contents
    const finished = { ...recount, expected }
    const agrees = countAgrees(compareCount(expected, recount.scans))
    store.transaction(() => {
      records.finish(recount.id, expected, now())
      if (agrees) tell(finished, 'agrees')
    })
    running = finished
    answers.clear()
    show()
    if (agrees) parts.recorded()
  }
  const agreed = ({ expected, scans }: RunningRecount): boolean =>
    expected !== null && countAgrees(compareCount(expected, scans))
  const leave = (): void => {
    const recount = running
    if (recount !== null && !agreed(recount)) {
      store.transaction(() => {
        if (recount.expected === null) records.end(recount.id, 'given-up')
        else tell(recount, 'left-as-is')
      })
      parts.recorded()
    }
    stop()
  }
  const reopen = (reason: string): void => {
    const recount = active()
    const { orderNo } = cartonOf(recount.code)
    const status = orders.load(orderNo)?.status ?? 'closed'
    if (!packable.has(status)) {
      throw new AppError('order-closed', `${orderNo} is ${status}`, {
        details: { orderNo, status },
      })
    }
    bench.open(orderNo)
    bench.reopen(recount.code, reason)
    if (bench.carton()?.code !== recount.code) {
      throw new AppError('carton-state', `${recount.code} was not opened`, {
        details: { cartonCode: recount.code },
      })
    }
    if (!agreed(recount)) {
      store.transaction(() => {
        if (recount.expected === null) records.end(recount.id, 'given-up')
        else tell(recount, 'reopened')
      })
    }
    parts.recorded()
    stop()
  }
  const goodsOf = (scanned: ScannedGoods) => {
    const line = goodsOnOrder(active()).match(scanned)
    if (line !== null) return { sku: line.sku, units: line.barcode.units }
    const sku = catalogue.find([...scanned.candidates, ...(scanned.content?.candidates ?? [])])
    const info = sku === null ? null : catalogue.sku(sku)
    if (sku === null || info === null) return null
    const known = createGoodsIndex([info]).match(scanned)
    return { sku, units: known?.barcode.units ?? 1 }
  }

  return {
    view,
    isRunning: () => running !== null || awaitingMark,
    takes: createRecountScans(parts.readScan, {
      phase: () => {
        if (running !== null) return running.expected === null ? 'counting' : 'finished'
        return awaitingMark ? 'awaiting-mark' : 'idle'
      },
      agreed: () => running !== null && agreed(running),
      awaitMark: (waits) => {
        awaitingMark = waits
        answers.clear()
        show()
      },
      start,
      undo,
      finish,
      leave,
      count: (scanned, times, text) => {
        const found = goodsOf(scanned)
        if (found === null) {
          answer(plainAnswer('unknown-code'), text)
          return
        }
        const scan = { sku: found.sku, units: found.units * times }
        const recount = counting()
        setScans(recount, [...recount.scans, scan])
        answer({ ...plainAnswer('counted'), ...scan }, text)
      },
      refused: (code, text) => answer(refusalAnswer({ code, details: {} }), text),
      unknownCommand: (text) => answer(plainAnswer('command-unknown'), text),
    }),
    start,
    undo,
    finish,
    reopen,
    leave,
  }
}
