import type { ParkPurpose } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { bearsRequiredCode, judgeGoods, lineOf, rightsLeft } from '#shared/domain/judge-goods.ts'
import type { MarkRoll } from '#shared/domain/mark-roll.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { FreshCarton, GoodsMatch, LabelSet, PackAnswer } from '#shared/domain/pack-session.ts'
import type { ExceptionKind } from '#shared/domain/goods-exception.ts'
import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'
import { stepSession } from '#shared/domain/pack-step.ts'
import { mayGoBack } from '#shared/domain/order-pallet.ts'
import { packable } from '#shared/domain/order-life.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FeedbackView } from '#shared/contract/views.ts'
import type { BenchParts } from './bench-parts.ts'
import type { StoredCarton } from './carton-records.ts'
import type { Held } from './held.ts'
import { cartonLabels, labelProgress } from './marks.ts'
import type { BookedOrder } from './order-book.ts'
import type { PlannedMark } from './planned-records.ts'
import { type EventMaker, type Refusal, refuse } from './refusal.ts'
import { rollSet } from './roll-set.ts'

/** Of a box mark: the bars alone say neither revision nor digest. */
export interface ScannedMark {
  readonly code: CartonCode
  readonly revision: number | null
  readonly digest: string | null
}

/** Events whose facts come from the store: they are made inside the transaction that commits them. */
export interface BenchEvents {
  goods(match: GoodsMatch): EventMaker
  /** null where nothing could be read. */
  mark(read: ScannedMark | null): EventMaker
  roll(roll: MarkRoll): EventMaker
  box(id: string): EventMaker
  done(): EventMaker
  /** A mark that was printed ahead proves that it came out, and opens its carton. */
  openPlanned(mark: PlannedMark): EventMaker
  /** What is not as planned is right: the unit that was kept out goes in, or the carton is finished as it is. */
  agree(): EventMaker
  park(purpose: ParkPurpose): EventMaker
  /** The next pallet, or the one that bears this label. */
  pallet(label: string | null): EventMaker
  /** The change of pallets where that was the newest thing, else the last accepted scan. */
  undo(): EventMaker
  /** As the carton that was finished last. */
  sameAgain(): EventMaker
  /** Goods are not as the order expects: those that have locked scanning, or those of the next scan. */
  expectException(kind: ExceptionKind): EventMaker
  /** Which goods that is about, by a scan. `text`: what was scanned, as it may be shown. */
  exception(kind: ExceptionKind, match: GoodsMatch, text: string): EventMaker
  /** A photo of what was noted last. */
  photo(): EventMaker
  /** So many units of these goods, chosen and not scanned. */
  chosenException(kind: ExceptionKind, sku: Sku, units: number): EventMaker
}

type EventParts = Pick<
  BenchParts,
  | 'leases'
  | 'rights'
  | 'isOffline'
  | 'orders'
  | 'cartons'
  | 'marks'
  | 'pallets'
  | 'planned'
  | 'markDigest'
  | 'markRolls'
  | 'boxTypes'
  | 'photos'
>

/** Locks that are about goods in the hand. */
const aboutGoods: ReadonlySet<ScanOutcome> = new Set<ScanOutcome>([
  'not-in-order',
  'unknown-code',
  'needs-unit-label',
  'mixing-forbidden',
  'not-in-plan',
])

const matchOfLock = ({ session }: Held, { sku, units }: FeedbackView): GoodsMatch => {
  const known = sku as Sku | null
  if (known === null) return { kind: 'unknown' }
  return session.order.lines.has(known)
    ? { kind: 'line', sku: known, barcode: { value: '', kind: 'case', units: Math.max(1, units) } }
    : { kind: 'elsewhere', sku: known, orderNo: null }
}

/** The very goods that were kept out for want of a label were scanned by it. */
const isLabelledNow = ({ record, session }: Held, match: GoodsMatch): boolean =>
  record.lock?.outcome === 'needs-unit-label' &&
  match.kind === 'line' &&
  match.sku === record.lock.sku &&
  bearsRequiredCode(lineOf(session, match.sku), match.barcode)

export const createBenchEvents = (parts: EventParts, held: () => Held | null): BenchEvents => {
  const { leases, rights, cartons, pallets, planned, boxTypes } = parts

  /** What the QR of this carton's marks must say of its contents. */
  const digestOf = (carton: StoredCarton): string | null => {
    const mayChange = carton.state === 'open' || carton.state === 'parked'
    const warehouse = mayChange ? undefined : parts.orders.warehouse(carton.orderNo)
    if (warehouse === undefined) return null
    const { code: cartonCode, orderNo, cartonNo, contents: items } = carton
    const { markRevision: revision } = carton
    return parts.markDigest({ cartonCode, orderNo, warehouse, cartonNo, revision, items })
  }
  /** Why an order takes no goods any more. */
  const closedTo = ({ status, undecided, header }: BookedOrder): Refusal | null => {
    const { orderNo } = header
    if (undecided) return { code: 'order-undecided', details: { orderNo } }
    if (packable.has(status)) return null
    return { code: 'order-closed', details: { orderNo, status } }
  }

  /** What was asked for comes, unless nobody can be asked or the answer was no. */
  const shortOf = <What extends 'numbers' | 'codes'>(what: What, isRefused: boolean) => {
    if (isRefused) return `${what}-refused` as const
    return parts.isOffline() ? (`${what}-exhausted` as const) : (`${what}-coming` as const)
  }

  /** Rights that no other station holds are asked for: they come, or nobody can be asked. */
  const rightsMissing = (
    orderNo: OrderNo,
    { outcome, sku, units }: Pick<PackAnswer, 'outcome' | 'sku' | 'units'>,
  ) => {
    if (outcome !== 'no-rights' || sku === null) return null
    rights.missed(orderNo, sku, units)
    if (rights.withheld(orderNo, sku)) return null
    return refuse(parts.isOffline() ? 'rights-offline' : 'rights-coming')
  }

  /** A number and a code for a carton that is about to be opened. */
  const freshCarton = (orderNo: OrderNo): Result<FreshCarton, Refusal> => {
    const cartonNo = leases.takeCartonNo(orderNo)
    if (cartonNo === null) return refuse(shortOf('numbers', leases.numbersRefused(orderNo)))
    const code = leases.takeCode()
    return code === null ? refuse(shortOf('codes', leases.codesRefused())) : ok({ code, cartonNo })
  }

  /** The mark set of the carton in hand. */
  const labelSet = (rollsLeft: number): LabelSet => {
    const carton = held()?.session.carton ?? null
    const jobs = carton === null ? [] : cartonLabels(parts, carton)
    const { total, confirmed, next } = labelProgress(jobs)
    return { total, confirmed, nextPrinted: next !== null, rollsLeft }
  }

  /** Most goods go into a carton that is open, with rights to spare: the session alone can judge them. */
  const needsStore = ({ session, order }: Held, match: GoodsMatch): boolean => {
    if (session.carton === null || closedTo(order) !== null) return true
    if (match.kind !== 'line') return false
    return rightsLeft(session, match.sku) < match.barcode.units * session.times
  }

  /** @param isAgreed the packer wants them in the carton although they are not planned */
  const goodsEvent = (match: GoodsMatch, isAgreed: boolean): ReturnType<EventMaker> => {
    const current = held()
    if (current === null) return refuse('no-order-open')
    const { order } = current
    const isLabelled = isLabelledNow(current, match)
    const session = isLabelled || isAgreed ? { ...current.session, lock: null } : current.session
    if (!needsStore(current, match)) {
      return ok({ type: 'goods', match, fresh: null, isLabelled, isAgreed })
    }
    const { outcome, sku, units } = judgeGoods(session, match, isAgreed)
    // Neither what is missing nor what is too much matters once an order takes nothing.
    const isJudged = outcome !== 'locked' && outcome !== 'finish-carton-first'
    const closed = isJudged && match.kind === 'line' ? closedTo(order) : null
    if (closed !== null) return err(closed)
    const { orderNo } = order.header
    const missing = rightsMissing(orderNo, { outcome, sku, units })
    if (missing !== null) return missing
    if (outcome !== 'accepted' || session.carton !== null) {
      return ok({ type: 'goods', match, fresh: null, isLabelled, isAgreed })
    }
    const fresh = freshCarton(orderNo)
    return fresh.ok ? ok({ type: 'goods', match, fresh: fresh.value, isLabelled, isAgreed }) : fresh
  }

  return {
    goods: (match) => () => goodsEvent(match, false),

    mark: (read) => () => {
      const { code, revision, digest } = read ?? { code: null, revision: null, digest: null }
      const known = code === null ? null : cartons.find(code)
      return ok({
        type: 'mark',
        scan: {
          code,
          revision,
          digest,
          known:
            known === null
              ? null
              : {
                  revision: known.markRevision,
                  digest: digest === null ? null : digestOf(known),
                  voided: known.state === 'voided',
                  verified: known.state === 'verified',
                },
          labels: labelSet(rollSet(parts, held()).left),
        },
      })
    },

    roll: (roll) => () => {
      const { rolls, left } = rollSet(parts, held())
      const due = rolls.find((candidate) => candidate.roll.id === roll.id)
      const { id, name } = roll
      return ok({
        type: 'roll',
        scan: {
          roll: {
            id,
            name,
            isNeeded: due !== undefined,
            isConfirmed: due?.isConfirmed ?? false,
          },
          labels: labelSet(left),
        },
      })
    },

    box: (id) => () => {
      const boxType = boxTypes.find((candidate) => candidate.id === id)
      return boxType === undefined
        ? refuse('box-type-unknown', { boxType: id })
        : ok({ type: 'choose-box', boxType })
    },

    done: () => () => {
      const current = held()
      const closed = current?.session.carton === null ? closedTo(current.order) : null
      return closed === null ? ok({ type: 'done' }) : err(closed)
    },

    openPlanned: (mark) => () => {
      const current = held()
      planned.prove(mark.code)
      if (current === null) return refuse('no-order-open')
      const closed = closedTo(current.order)
      if (closed !== null) return err(closed)
      const { code, cartonNo, orderNo } = mark
      const plan = planned.planOf(mark)
      if (plan === null) return refuse('planned-none', { orderNo, from: cartonNo, to: cartonNo })
      const carton = {
        code,
        cartonNo,
        revision: 1,
        state: 'open',
        boxType: current.session.nextBox,
        contents: [],
        scans: [],
        plan,
        markRevision: 0,
      } as const
      return ok({ type: 'open-planned', carton })
    },

    agree: () => () => {
      const current = held()
      if (current === null) return refuse('no-order-open')
      const { session, record } = current
      const { lock } = record
      if (lock === null) {
        return (session.carton?.plan ?? null) === null
          ? refuse('nothing-to-agree')
          : ok({ type: 'done', isAgreed: true })
      }
      // Whatever else has locked scanning is still what has to be acknowledged.
      const sku = lock.sku as Sku | null
      const isOrdered = sku !== null && session.order.lines.has(sku)
      if (lock.outcome !== 'not-in-plan' || !isOrdered) return ok({ type: 'done' })
      // The scan that was kept out, with all it stood for.
      const barcode = { value: '', kind: 'case', units: lock.units }
      return goodsEvent({ kind: 'line', sku, barcode }, true)
    },

    sameAgain: () => () => {
      const current = held()
      if (current === null) return refuse('no-order-open')
      const closed = closedTo(current.order)
      if (closed !== null) return err(closed)
      const { lastVerified, carton } = current.session
      const last = lastVerified === null ? null : cartons.find(lastVerified)
      if (last === null) return refuse('nothing-to-repeat')
      const { contents, boxType, code, cartonNo } = last
      const { orderNo } = current.order.header
      const event = { type: 'same-again', contents, boxType, fresh: { code, cartonNo } } as const
      // No code or number is spent on what is not taken.
      const tried = stepSession(current.session, event)
      const answer = tried.ok ? tried.value.answer : null
      if (answer?.outcome !== 'repeated' || carton !== null) {
        return (answer === null ? null : rightsMissing(orderNo, answer)) ?? ok(event)
      }
      const fresh = freshCarton(orderNo)
      return fresh.ok ? ok({ ...event, fresh: fresh.value }) : fresh
    },

    expectException: (kind) => () => {
      const current = held()
      if (current === null) return refuse('no-order-open')
      const { lock } = current.record
      const isAboutGoods = lock !== null && aboutGoods.has(lock.outcome)
      const isInHand = kind === 'damaged' || kind === 'extra' || kind === 'wrong-item'
      if (lock === null || !isAboutGoods || !isInHand) return ok({ type: 'expect-exception', kind })
      const match = matchOfLock(current, lock)
      return ok({
        type: 'exception',
        kind,
        match,
        text: lock.text,
        endsLock: true,
        isNumbered: false,
      })
    },

    exception: (kind, match, text) => () =>
      ok({ type: 'exception', kind, match, text, endsLock: false, isNumbered: false }),

    chosenException: (kind, sku, units) => () => {
      if (held()?.session.order.lines.has(sku) !== true) return refuse('not-in-order', { sku })
      const match = { kind: 'line', sku, barcode: { value: '', kind: 'case', units } } as const
      return ok({ type: 'exception', kind, match, text: '', endsLock: false, isNumbered: true })
    },

    photo: () => () => {
      const noted = held()?.record.noted ?? null
      const of = noted === null ? null : { ...noted, photos: parts.photos.countOf(noted.id) }
      return ok({ type: 'photo', of })
    },

    park: (purpose) => () => ok({ type: 'park', purpose }),

    pallet: (label) => () => {
      const current = held()
      if (current === null) return refuse('no-order-open')
      const standing = pallets.standing(current.order.header.orderNo)
      if (label === null) return ok({ type: 'pallet', wish: { kind: 'next' }, standing })
      const wish = { kind: 'label', label, bearer: pallets.bearer(label) } as const
      return ok({ type: 'pallet', wish, standing })
    },

    undo: () => () => {
      const current = held()
      if (current === null) return refuse('no-order-open')
      const standing = pallets.standing(current.order.header.orderNo)
      return mayGoBack(standing)
        ? ok({ type: 'pallet', wish: { kind: 'back' }, standing })
        : ok({ type: 'undo' })
    },
  }
}
