import { isDeepStrictEqual } from 'node:util'
import type { MarkMedia } from '#shared/domain/label-media.ts'
import { type BoxMarkInput, markSet } from '#shared/domain/box-mark.ts'
import { cartonUnits } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { type CartonPlan, cartonPlan, isAsPlanned } from '#shared/domain/carton-plan.ts'
import type { OrderNo, PlannedCarton } from '#shared/domain/order.ts'
import { packable } from '#shared/domain/order-life.ts'
import type { BenchCarton, WeighIn } from '#shared/domain/pack-session.ts'
import { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { PlannedCartonView } from '#shared/contract/printing-views.ts'
import type { Store } from '#electron/store/index.ts'
import type { BenchParts } from './bench-parts.ts'
import { localTime } from './local-time.ts'
import { plannedMarkInput } from './mark-input.ts'
import { labelProgress, labelView, type MarkJournal } from './marks.ts'
import type { BookedOrder, OrderBook } from './order-book.ts'
import type { PlannedMark, PlannedRecords } from './planned-records.ts'

interface PlannedParts {
  readonly store: Store
  readonly orders: Pick<OrderBook, 'load'>
  readonly records: PlannedRecords
  readonly marks: MarkJournal & {
    /** One label once more, by its job. */
    again(jobId: number, reason: string): unknown
    /** What the labels of this revision say; null where there are none. */
    markOf(code: CartonCode, revision: number): BoxMarkInput | null
    wake(): void
  }
  readonly leases: Pick<BenchParts['leases'], 'takeCode' | 'codesRefused' | 'numbersRefused'> & {
    codesLeft(): number
    plannedNumber(orderNo: OrderNo, cartonNo: number): 'free' | 'coming' | 'taken'
  }
  readonly isOffline: () => boolean
  /** Codes or numbers were asked of the server. */
  readonly asked: () => void
  /** Another plan of this order is on its way to the server. */
  readonly planUnderWay: (orderNo: OrderNo) => boolean
  /** What the printer of the marks is loaded with. */
  readonly markMedia: MarkMedia
  readonly station: string
  /** Wall clock, for display. */
  readonly clock: () => Date
}

export interface Printed {
  /** Cartons whose mark set was put into the print queue. */
  readonly printed: number
  /** Cartons whose marks had been printed, or queued, before: they are left alone. */
  readonly already: number
}

/** Marks printed ahead for planned cartons 按箱单装. */
export interface PlannedMarks {
  list(orderNo: OrderNo): PlannedCartonView[]
  /**
   * Puts the mark sets of the planned cartons with these numbers (both ends included) into the print queue, in their order:
   * all of them or none. A carton whose marks were printed before is left alone, one whose marks were taken back gets copies.
   * @throws AppError order-unknown, order-not-packable, order-undecided, planned-none, planned-under-way,
   * planned-number-taken, and
   * numbers-… or codes-… where the station has none
   */
  print(orderNo: OrderNo, from: number, to: number): Printed
  /** The mark with this code; null when it is no planned mark. */
  find(code: CartonCode): PlannedMark | null
  /** What the seller wants in its carton now; null where that carton is planned no more. */
  planOf(mark: PlannedMark): CartonPlan | null
  /** Whether the marks printed ahead for a carton say of it, as it is now, what marks printed now would. */
  standing(order: BookedOrder, carton: BenchCarton, isHeavy: boolean): WeighIn['plannedMarks']
  /** Planned cartons of the order, and how many of them were not opened yet. */
  progress(orderNo: OrderNo): { readonly total: number; readonly left: number }
  /** A label of this mark was scanned: it came out. Inside the transaction of that scan. */
  prove(code: CartonCode): void
}

const takenBack = 'taken back before'

export const createPlannedMarks = (parts: PlannedParts): PlannedMarks => {
  const { store, records, marks, leases } = parts

  const planOf = ({ orderNo, cartonNo }: PlannedMark): CartonPlan | null => {
    const contents = records.contents(orderNo, cartonNo)
    return contents === null ? null : cartonPlan(contents)
  }

  const jobsOf = (code: CartonCode) => marks.jobsOf(code, 0)

  const missing = (what: 'numbers' | 'codes', isRefused: boolean): AppError => {
    if (isRefused) return new AppError(`${what}-refused`, `no ${what}, and none are given`)
    return parts.isOffline()
      ? new AppError(`${what}-exhausted`, `no ${what}, and offline`)
      : new AppError(`${what}-coming`, `${what} were asked for`)
  }

  const openOrder = (orderNo: OrderNo): BookedOrder => {
    const order = parts.orders.load(orderNo)
    const details = { orderNo }
    if (order === null) throw new AppError('order-unknown', orderNo, { details })
    if (order.undecided) throw new AppError('order-undecided', orderNo, { details })
    if (parts.planUnderWay(orderNo)) throw new AppError('planned-under-way', orderNo, { details })
    if (packable.has(order.status)) return order
    throw new AppError('order-not-packable', `${orderNo} is ${order.status}`, {
      details: { orderNo, status: order.status },
    })
  }

  /** Looked at before anything is written, so that what is asked of the server stays asked. */
  const hindrance = (orderNo: OrderNo, fresh: readonly PlannedCarton[]): AppError | null => {
    for (const { cartonNo } of fresh) {
      const number = leases.plannedNumber(orderNo, cartonNo)
      if (number === 'coming') return missing('numbers', leases.numbersRefused(orderNo))
      if (number === 'taken') {
        return new AppError('planned-number-taken', `carton ${cartonNo} of ${orderNo}`, {
          details: { orderNo, cartonNo },
        })
      }
    }
    return leases.codesLeft() < fresh.length ? missing('codes', leases.codesRefused()) : null
  }

  const printNew = (order: BookedOrder, carton: PlannedCarton, at: string): void => {
    const { orderNo } = order.header
    const { cartonNo } = carton
    const code = leases.takeCode()
    if (code === null) throw missing('codes', leases.codesRefused())
    records.add({ code, orderNo, cartonNo }, at)
    const mark = plannedMarkInput({ order, carton, code, station: parts.station, at })
    marks.allocate(mark, markSet(mark.items.length, parts.markMedia))
  }

  /** @returns whether anything was put into the queue */
  const printAgain = (mark: PlannedMark): boolean => {
    const faces = Map.groupBy(jobsOf(mark.code), ({ side, page }) => `${side}/${page}`)
    const lost = [...faces.values()].flatMap((face) => {
      const newest = face.toSorted((one, other) => other.copy - one.copy)[0]
      return newest?.state === 'withdrawn' ? [newest] : []
    })
    for (const { jobId } of lost) marks.again(jobId, takenBack)
    return lost.length > 0
  }

  const print = (orderNo: OrderNo, from: number, to: number): Result<Printed, AppError> => {
    const order = openOrder(orderNo)
    const wanted = records
      .cartons(orderNo)
      .filter(({ cartonNo }) => cartonNo >= from && cartonNo <= to)
    if (wanted.length === 0) {
      throw new AppError('planned-none', `no planned carton ${from} to ${to}`, {
        details: { orderNo, from, to },
      })
    }
    const before = new Map(records.marks(orderNo).map((mark) => [mark.cartonNo, mark]))
    const hinders = hindrance(
      orderNo,
      wanted.filter(({ cartonNo }) => !before.has(cartonNo)),
    )
    if (hinders !== null) return err(hinders)
    const at = localTime(parts.clock())
    let printed = 0
    for (const carton of wanted) {
      const mark = before.get(carton.cartonNo)
      if (mark === undefined) printNew(order, carton, at)
      if (mark === undefined || printAgain(mark)) printed += 1
    }
    return ok({ printed, already: wanted.length - printed })
  }

  return {
    list: (orderNo) => {
      const made = new Map(records.marks(orderNo).map((mark) => [mark.cartonNo, mark.code]))
      return records.cartons(orderNo).map(({ cartonNo, contents }) => {
        const code = made.get(cartonNo) ?? null
        return {
          cartonNo,
          units: cartonUnits(contents),
          code,
          labels: code === null ? [] : jobsOf(code).map(labelView),
        }
      })
    },
    print: (orderNo, from, to) => {
      const outcome = store.transaction(() => print(orderNo, from, to))
      parts.asked()
      if (!outcome.ok) throw outcome.error
      marks.wake()
      return outcome.value
    },
    find: records.find,
    planOf,
    standing: (order, carton, isHeavy) => {
      const { code, cartonNo, plan, contents } = carton
      // It was opened by another way, or opened again since.
      if (plan === null || carton.markRevision > 0) return null
      if (isHeavy || !isAsPlanned(plan, contents)) return null
      const said = marks.markOf(code, 0)
      if (said === null) return null
      const { station, sealedAt: at } = said
      const now = plannedMarkInput({
        order,
        carton: { cartonNo, contents: plan },
        code,
        station,
        at,
      })
      if (!isDeepStrictEqual(said, now)) return null
      return { areOut: labelProgress(jobsOf(code)).printed }
    },
    progress: (orderNo) => {
      const { total, opened } = records.progress(orderNo)
      return { total, left: Math.max(0, total - opened) }
    },
    prove: (code) => {
      const { next } = labelProgress(jobsOf(code))
      if (next !== null) marks.confirm(next.jobId)
    },
  }
}
