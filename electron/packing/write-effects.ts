import { markSet } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { isAsPlanned } from '#shared/domain/carton-plan.ts'
import { rightsLeft } from '#shared/domain/judge-goods.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { Photographable } from '#shared/domain/goods-exception.ts'
import type { MarkMedia } from '#shared/domain/label-media.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { PackEffect, PackSession } from '#shared/domain/pack-session.ts'
import type { CartonRecords } from './carton-records.ts'
import type { GoodsExceptions } from './goods-exceptions.ts'
import { markInput } from './mark-input.ts'
import { labelProgress, type MarkJournal } from './marks.ts'
import type { BookedOrder } from './order-book.ts'
import type { OrderPallets } from './order-pallets.ts'
import type { ParkedCartons } from './parked-cartons.ts'
import type { WeightMemory } from './weight-memory.ts'

export interface EffectWriter {
  readonly cartons: CartonRecords
  readonly parked: ParkedCartons
  readonly pallets: OrderPallets
  readonly exceptions: Pick<GoodsExceptions, 'add'>
  readonly marks: MarkJournal
  readonly weights: WeightMemory
  /** Adds a fact to the outbox, in the running transaction. */
  readonly record: (fact: Fact) => unknown
  readonly rights: {
    spent(orderNo: OrderNo, sku: Sku, left: number): void
    short(orderNo: OrderNo, sku: Sku, units: number): void
  }
  readonly station: string
  /** Who is at the bench; null where nobody signs in. */
  readonly operator: () => string | null
  /** What the printer of the marks holds. */
  readonly markMedia: MarkMedia
}

/**
 * Writes what a step of the pack session changed, with its facts and print jobs. Call inside one transaction.
 * @returns the exception it noted, which a photo may be taken of
 */
export const writeEffects = (
  writer: EffectWriter,
  order: BookedOrder,
  session: PackSession,
  effects: readonly PackEffect[],
  at: string,
): NotedException | null => {
  let noted: NotedException | null = null
  for (const effect of effects) {
    if (effect.type === 'exception-noted') noted = noteException(writer, effect, at)
    else writeEffect(writer, order, session, effect, at)
  }
  return noted
}

/** The exception that photos are of. */
export type NotedException = Omit<Photographable, 'photos'>

const noteException = (
  { exceptions, rights, record, station, operator }: EffectWriter,
  { orderNo, kind, sku, units, text }: Extract<PackEffect, { type: 'exception-noted' }>,
  at: string,
): NotedException => {
  const id = exceptions.add({ orderNo, kind, sku, units, text, operator: operator(), at })
  if (kind === 'short' && sku !== null) rights.short(orderNo, sku, units)
  record({ type: 'goods-exception', orderNo, kind, sku, units, text, station, at })
  return { id, kind, sku }
}

const writeEffect = (
  {
    cartons,
    parked,
    pallets,
    marks,
    weights,
    record,
    rights,
    station,
    operator,
    markMedia,
  }: EffectWriter,
  order: BookedOrder,
  session: PackSession,
  effect: Exclude<PackEffect, { type: 'exception-noted' }>,
  at: string,
): void => {
  const { orderNo } = order.header
  const told = (code: CartonCode, revision: number) => ({ orderNo, code, revision, station, at })

  switch (effect.type) {
    case 'carton-opened':
      cartons.open(orderNo, effect.carton, at)
      cartons.note(effect.carton.code, 1, 'opened', {}, at)
      return
    case 'carton-unopened':
      cartons.unopen(effect.code)
      return
    case 'units-added':
    case 'units-repeated':
      cartons.addUnits(orderNo, effect.code, effect.sku, effect.units)
      if (effect.type === 'units-repeated') {
        cartons.noteRepeated(orderNo, effect.code, effect.sku, effect.units, at)
      }
      rights.spent(orderNo, effect.sku, rightsLeft(session, effect.sku))
      return
    case 'units-taken-back':
      cartons.takeBackLast(orderNo, effect.code, effect.sku, effect.units)
      return
    case 'units-put-back':
      cartons.putBack(orderNo, effect.code, effect.sku, effect.units)
      return
    case 'box-chosen':
      cartons.chooseBox(effect.code, effect.boxType)
      cartons.note(
        effect.code,
        session.carton?.revision ?? 1,
        'box-chosen',
        { nameZh: effect.boxType.nameZh, nameEn: effect.boxType.nameEn },
        at,
      )
      return
    case 'carton-measured': {
      cartons.measure(effect.code, effect.size)
      const revision = session.carton?.revision ?? 1
      cartons.note(effect.code, revision, 'measured', { size: effect.size }, at)
      return
    }
    case 'carton-parked': {
      const { code, revision } = effect.carton
      parked.add(code, effect.purpose, operator(), at)
      cartons.note(code, revision, 'parked', { purpose: effect.purpose }, at)
      return
    }
    case 'carton-resumed': {
      const { code, revision } = effect.carton
      parked.remove(code)
      cartons.note(code, revision, 'resumed', {}, at)
      return
    }
    case 'carton-sealed': {
      const { carton, weight } = effect
      cartons.seal(carton, weight, at)
      cartons.note(carton.code, carton.revision, 'sealed', weight, at)
      record({
        type: 'carton-sealed',
        ...told(carton.code, carton.revision),
        carton: { ...carton, orderNo, weight },
      })
      const { plan, contents } = carton
      if (plan !== null && !isAsPlanned(plan, contents)) {
        cartons.note(carton.code, carton.revision, 'plan-left', { plan, contents }, at)
      }
      // Those that were printed ahead are its marks.
      if (carton.markRevision === 0) return
      const { limits } = session.order
      marks.allocate(
        markInput({
          order,
          carton,
          gross: weight.gross,
          limits,
          station,
          operator: operator(),
          sealedAt: at,
        }),
        markSet(carton.contents.length, markMedia),
      )
      return
    }
    case 'carton-marked':
      cartons.setState(effect.carton.code, 'marked')
      return
    case 'label-confirmed': {
      const { code, revision, markRevision } = effect.carton
      const { next } = labelProgress(marks.jobsOf(code, markRevision))
      if (next !== null) marks.confirm(next.jobId)
      if (markRevision === 0) cartons.note(code, revision, 'mark-scanned-back', {}, at)
      return
    }
    case 'roll-confirmed': {
      const { code, revision } = effect.carton
      cartons.note(code, revision, 'roll-confirmed', { roll: effect.roll }, at)
      return
    }
    case 'carton-verified': {
      const { code, revision, contents } = effect.carton
      cartons.setState(code, 'verified')
      const skus = contents.map(({ sku }) => sku)
      weights.keep(order, code, skus)
      cartons.note(code, revision, 'verified', {}, at)
      record({ type: 'carton-verified', ...told(code, revision) })
      const palletNo = pallets.put(orderNo, code, at)
      if (palletNo !== null) cartons.note(code, revision, 'palletised', { palletNo }, at)
      return
    }
    case 'carton-reopened': {
      const { code, revision } = effect.carton
      cartons.reopen(code, revision)
      pallets.remove(code)
      cartons.note(code, revision, 'reopened', { reason: effect.reason }, at)
      record({ type: 'carton-reopened', ...told(code, revision), reason: effect.reason })
      return
    }
    case 'carton-voided': {
      const revision = cartons.find(effect.code)?.revision ?? 1
      cartons.void(orderNo, effect.code)
      parked.remove(effect.code)
      pallets.remove(effect.code)
      cartons.note(effect.code, revision, 'voided', { reason: effect.reason }, at)
      record({ type: 'carton-voided', ...told(effect.code, revision), reason: effect.reason })
      return
    }
    case 'pallet-begun':
      pallets.begin(orderNo, effect.palletNo, effect.label, operator(), at)
      return
    case 'pallet-taken':
      pallets.take(orderNo, effect.palletNo)
      return
    case 'pallet-labelled':
      pallets.label(orderNo, effect.palletNo, effect.label)
      return
    case 'pallet-dropped':
      pallets.drop(orderNo, effect.palletNo)
  }
}
