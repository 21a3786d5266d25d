import type { CartonWeight } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { explainWeight } from '#shared/domain/explain-weight.ts'
import { loadNow } from '#shared/domain/judge-goods.ts'
import { withRules } from '#shared/domain/limits.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type {
  BenchCarton,
  PackEffect,
  PackEvent,
  PackMode,
  PackOrder,
  PackSession,
  WeighIn,
} from '#shared/domain/pack-session.ts'
import { maxScanLength } from '#shared/domain/scan-code.ts'
import type { Grams } from '#shared/domain/units.ts'
import { deviates } from '#shared/domain/weight.ts'
import { untaught } from '#shared/domain/weight-model.ts'
import { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FeedbackView } from '#shared/contract/views.ts'
import type { RawScan } from '#electron/devices/index.ts'
import type { BenchRecord } from './bench-record.ts'
import type { BenchParts } from './bench-parts.ts'
import { weightExpectation } from './bench-view.ts'
import { createGoodsIndex } from './goods-index.ts'
import type { Held } from './held.ts'
import type { StoredCarton } from './carton-records.ts'
import { type BookedOrder, requiredCode } from './order-book.ts'
import type { Parked } from './parked-cartons.ts'

type SessionParts = Pick<
  BenchParts,
  | 'orders'
  | 'cartons'
  | 'parked'
  | 'pallets'
  | 'planned'
  | 'records'
  | 'weights'
  | 'boxTypes'
  | 'limitsFor'
  | 'weighQueue'
  | 'clock'
>

/** What is on disk already is not written again: most scans leave the packer where he stood. */
const sameRecord = (one: BenchRecord, other: BenchRecord): boolean =>
  (Object.keys(one) as (keyof BenchRecord)[]).every((key) => one[key] === other[key])

/** Effects after which other cartons teach weights than before. */
const teaching: ReadonlySet<PackEffect['type']> = new Set([
  'carton-verified',
  'carton-reopened',
  'carton-voided',
])

/** Effects after which more or fewer cartons are off the bench. */
const moving: ReadonlySet<PackEffect['type']> = new Set([
  'carton-parked',
  'carton-resumed',
  'carton-voided',
])

/** Effects after which another pallet is current, or more or fewer cartons are on it. */
const palletising: ReadonlySet<PackEffect['type']> = new Set([
  ...teaching,
  'pallet-begun',
  'pallet-taken',
  'pallet-labelled',
  'pallet-dropped',
])

/** Effects after which more or fewer planned cartons are left. */
const opening: ReadonlySet<PackEffect['type']> = new Set(['carton-opened', 'carton-unopened'])

/** What was learned for the same goods; undefined where the order names others now. */
const sameGoods = (before: Held | null, { lines }: BookedOrder): PackSession['weights'] => {
  const known = before?.session.order.lines
  const isSame =
    known?.size === lines.length &&
    lines.every(({ sku }) => known.get(sku.sku)?.unitWeight === sku.unitWeight)
  return isSame ? before?.session.weights : undefined
}

/** Carries the pack session from the tables into memory and back. */
export const createBenchSession = (parts: SessionParts) => {
  const { orders, cartons, parked, pallets, planned, records, weights, boxTypes } = parts

  const boxType = (id: string) => boxTypes.find((box) => box.id === id) ?? boxTypes[0]

  const packOrder = ({ header, lines }: BookedOrder): PackOrder => ({
    orderNo: header.orderNo,
    lines: new Map(
      lines.map(({ ordered, granted, short, sku }) => [
        sku.sku,
        {
          sku: sku.sku,
          ordered,
          granted,
          short,
          unitWeight: sku.unitWeight,
          cargoClass: sku.cargoClass,
          isLabelKnown: requiredCode(sku) !== undefined,
          ...(sku.requiredBarcode === undefined ? {} : { requiredBarcode: sku.requiredBarcode }),
        },
      ]),
    ),
    limits: withRules(
      parts.limitsFor(header.warehouse.country, header.transportMode, parts.clock()),
      header.cartonRules ?? {},
    ),
  })

  const benchCarton = (stored: StoredCarton): BenchCarton => {
    const { code, cartonNo, revision, state, contents, plan, markRevision } = stored
    if (state === 'verified' || state === 'voided') {
      throw new AppError('carton-state', `${code} is ${state}`, { details: { state } })
    }
    return {
      code,
      cartonNo,
      revision,
      // A parked one is on its way back to the bench.
      state: state === 'parked' ? 'open' : state,
      boxType: stored.boxType,
      ...(stored.measured === undefined ? {} : { measured: stored.measured }),
      contents,
      scans: cartons.acceptedScans(code),
      plan,
      markRevision,
    }
  }

  const hold = (record: BenchRecord, orderNo: OrderNo, before: Held | null = null): Held => {
    const order = orders.load(orderNo)
    if (order === null) throw new AppError('order-unknown', orderNo, { details: { orderNo } })
    const stored = record.cartonCode === null ? null : cartons.find(record.cartonCode)
    const carton = stored === null ? null : benchCarton(stored)
    const elsewhere = new Map<Sku, number>()
    for (const { sku, packed } of order.lines) {
      const inCarton = carton?.contents.find((content) => content.sku === sku.sku)?.quantity ?? 0
      if (packed > inCarton) elsewhere.set(sku.sku, packed - inCarton)
    }
    return {
      order,
      goods: createGoodsIndex(order.lines.map((line) => line.sku)),
      record,
      parked: parked.countOf(orderNo),
      planned: planned.progress(orderNo),
      pallet: pallets.load(orderNo),
      session: {
        order: packOrder(order),
        elsewhere,
        carton,
        step: record.step,
        mode: record.mode,
        weighQueue: parts.weighQueue,
        times: record.times,
        expecting: null,
        nextBox: boxType(record.nextBox),
        lock: record.lock?.outcome ?? null,
        lastVerified: record.lastVerified,
        weights: sameGoods(before, order) ?? weights.recall(order),
      },
    }
  }

  const emptyRecord = (
    orderNo: OrderNo | null,
    previous: BenchRecord | null,
    mode: PackMode = 'scan',
  ): BenchRecord => ({
    orderNo,
    cartonCode: null,
    step: 'packing',
    mode,
    times: 1,
    nextBox: previous?.nextBox ?? boxTypes[0].id,
    lock: null,
    noted: null,
    lastVerified: null,
    lastSealed: previous?.lastSealed ?? null,
  })

  /** The carton to act on: on the bench, or in the list of this order. */
  const carton = (
    orderNo: OrderNo | null,
    code: CartonCode,
  ): Result<StoredCarton, { code: 'carton-unknown'; details: { cartonCode: string } }> => {
    const stored = cartons.find(code)
    // Its units are of that order's lines: with another order in hand nobody may touch them.
    return stored?.orderNo !== orderNo
      ? { ok: false, error: { code: 'carton-unknown', details: { cartonCode: code } } }
      : ok(stored)
  }

  return {
    restore: (): Held | null => {
      const record = records.load()
      return record?.orderNo == null ? null : hold(record, record.orderNo)
    },

    open: (orderNo: OrderNo, previous: Held | null): Held => {
      const isPlanned = orders.load(orderNo)?.header.packingMode === 'planned'
      const mode = isPlanned && planned.progress(orderNo).left > 0 ? 'planned' : 'scan'
      const record = emptyRecord(orderNo, previous?.record ?? records.load(), mode)
      records.save(record)
      return hold(record, orderNo)
    },

    leave: (held: Held): void => records.save(emptyRecord(null, held.record)),

    reload: (held: Held): Held => hold(held.record, held.order.header.orderNo, held),

    save: (
      held: Held,
      session: PackSession,
      { lock, noted }: Pick<BenchRecord, 'lock' | 'noted'>,
      effects: readonly PackEffect[],
    ): Held => {
      const sealed = effects.find((effect) => effect.type === 'carton-sealed')
      const record: BenchRecord = {
        orderNo: session.order.orderNo,
        cartonCode: session.carton?.code ?? null,
        step: session.step,
        mode: session.mode,
        times: session.times,
        nextBox: session.nextBox.id,
        lock,
        noted,
        lastVerified: session.lastVerified,
        lastSealed: sealed?.weight.gross ?? held.record.lastSealed,
      }
      if (!sameRecord(record, held.record)) records.save(record)
      const isShort = effects.some(
        (effect) => effect.type === 'exception-noted' && effect.kind === 'short',
      )
      if (isShort) return hold(record, session.order.orderNo, held)
      const taught = effects.some(({ type }) => teaching.has(type))
      const now = taught ? { ...session, weights: weights.recall(held.order) } : session
      const hasMoved = effects.some(({ type }) => moving.has(type))
      const { orderNo } = session.order
      const off = hasMoved ? parked.countOf(orderNo) : held.parked
      const hasOpened = effects.some(({ type }) => opening.has(type))
      const plannedNow = hasOpened ? planned.progress(orderNo) : held.planned
      const hasStacked = effects.some(({ type }) => palletising.has(type))
      const pallet = hasStacked ? pallets.load(orderNo) : held.pallet
      return { ...held, session: now, record, parked: off, planned: plannedNow, pallet }
    },

    logScan: (session: PackSession | null, scan: RawScan, view: FeedbackView, at: string): void =>
      records.logScan({
        orderNo: session?.order.orderNo ?? null,
        cartonCode: session?.carton?.code ?? null,
        source: scan.source,
        text: scan.text.slice(0, maxScanLength),
        outcome: view.outcome,
        sku: view.sku,
        units: view.units,
        at,
      }),

    weighIn: (held: Held, weight: CartonWeight, deviationAccepted: boolean): WeighIn => {
      const { order, session } = held
      const { expected, tolerance } = weightExpectation(session)
      const isOff = !deviationAccepted && deviates(weight.gross, expected, tolerance)
      const others = Array.from(session.order.lines.values(), ({ sku, unitWeight }) => ({
        sku,
        unitWeight,
        quantity: 1,
      }))
      const { weights: model = untaught } = session
      const explanation = isOff
        ? explainWeight(model, loadNow(session), weight.gross, others, boxTypes)
        : null
      const inHand = session.carton
      const { heavyFrom } = session.order.limits
      const isHeavy = heavyFrom !== undefined && weight.gross >= heavyFrom
      const plannedMarks = inHand === null ? null : planned.standing(order, inHand, isHeavy)
      return { weight, deviationAccepted, expected, tolerance, explanation, plannedMarks }
    },

    reopenEvent: (orderNo: OrderNo | null, code: CartonCode, reason: string) => {
      const found = carton(orderNo, code)
      if (!found.ok) return found
      const { state, revision, cartonNo, boxType: box, contents, plan, markRevision } = found.value
      const { measured } = found.value
      if (state === 'open' || state === 'parked' || state === 'voided') {
        return {
          ok: false,
          error: { code: 'carton-state', details: { cartonCode: code, state } },
        } as const
      }
      // A verified carton comes back as it was marked: the step to `open` is the session's.
      const reopened: BenchCarton = {
        code,
        cartonNo,
        revision,
        state: 'marked',
        boxType: box,
        ...(measured === undefined ? {} : { measured }),
        contents,
        scans: cartons.acceptedScans(code),
        plan,
        markRevision,
      }
      return ok<PackEvent>({ type: 'reopen', carton: reopened, reason })
    },

    /** Of the order in hand. */
    resumeEvent: ({ code, purpose }: Parked) => {
      const stored = cartons.find(code)
      if (stored?.state !== 'parked') {
        return err({ code: 'carton-not-parked', details: { cartonCode: code } } as const)
      }
      return ok<PackEvent>({ type: 'resume', carton: benchCarton(stored), purpose })
    },

    voidEvent: (orderNo: OrderNo | null, code: CartonCode, reason: string) => {
      const found = carton(orderNo, code)
      if (!found.ok) return found
      const { state, contents } = found.value
      if (state === 'voided') {
        return {
          ok: false,
          error: { code: 'carton-state', details: { cartonCode: code, state } },
        } as const
      }
      return ok<PackEvent>({ type: 'void', code, contents, reason })
    },

    lastSealed: (): Grams | null => records.load()?.lastSealed ?? null,
  }
}
