import { cartonUnits, outsideOf, type BoxType } from '#shared/domain/carton.ts'
import { loadNow, unitsInCarton, unitsPacked } from '#shared/domain/judge-goods.ts'
import { volumetricGrams } from '#shared/domain/limits.ts'
import type { CartonRules } from '#shared/domain/carton-rules.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo, Sku, SkuInfo } from '#shared/domain/order.ts'
import type { PackSession } from '#shared/domain/pack-session.ts'
import { expectedLoad, loadTolerance, untaught } from '#shared/domain/weight-model.ts'
import type {
  BenchCarton,
  BenchLine,
  BenchOrder,
  BenchSnapshot,
  BenchState,
  BoxTypeView,
  FeedbackView,
  LabelView,
  LineProgress,
} from '#shared/contract/views.ts'
import { packedUnits } from './bench-counts.ts'
import { boxAdvice } from './box-advice.ts'
import type { StoredCarton } from './carton-records.ts'
import type { Held } from './held.ts'
import { labelView } from './marks.ts'
import { type BookedOrder, type OrderBook, unitBarcode } from './order-book.ts'
import type { RollSet } from './roll-set.ts'

/** The renderer's copy of a box type. */
export const boxTypeView = ({ id, nameZh, nameEn, size, tare }: BoxType): BoxTypeView => ({
  id,
  nameZh,
  nameEn,
  size: { ...size },
  tare,
})

const caseBarcode = (sku: SkuInfo): Pick<BenchLine, 'caseBarcode'> => {
  const found = sku.barcodes.find((barcode) => barcode.kind === 'case')
  return found === undefined ? {} : { caseBarcode: { value: found.value, units: found.units } }
}

export const benchLines = (order: BookedOrder, photoPath: (url: string) => string): BenchLine[] =>
  order.lines.map(({ lineNo, ordered, sku }) => ({
    lineNo,
    ordered,
    sku: sku.sku,
    nameZh: sku.nameZh,
    nameEn: sku.nameEn,
    barcode: unitBarcode(sku),
    ...caseBarcode(sku),
    cargoClass: sku.cargoClass,
    battery:
      sku.battery === undefined
        ? null
        : {
            unCode: sku.battery.unCode,
            packingInstruction: sku.battery.packingInstruction,
            wattHours: sku.battery.wattHours,
          },
    imageUrl: sku.imageUrl === undefined ? null : photoPath(sku.imageUrl),
  }))

export const lineProgress = ({ session, pallet }: Held, sku: Sku): LineProgress => {
  const packed = unitsPacked(session, sku)
  const line = session.order.lines.get(sku)
  return {
    sku,
    packed,
    inCarton: unitsInCarton(session, sku),
    short: line === undefined ? 0 : Math.min(line.short, Math.max(0, line.ordered - packed)),
    onPallet: pallet?.bySku.get(sku) ?? 0,
  }
}

const shortUnits = (held: Held): number => {
  let units = 0
  for (const { sku, short } of held.session.order.lines.values()) {
    if (short > 0) units += lineProgress(held, sku).short
  }
  return units
}

/** Expected gross weight of the bench carton and how far the scale may be from it, in grams. */
export const weightExpectation = (session: PackSession) => {
  const { weights = untaught } = session
  const load = loadNow(session)
  return { expected: expectedLoad(weights, load), tolerance: loadTolerance(weights, load) }
}

export const benchCarton = (
  session: PackSession,
  stored: StoredCarton | null,
  labels: readonly LabelView[],
  { rolls, unCodesWithout }: RollSet,
  advice: Pick<BenchCarton, 'suggestedBox' | 'filled'>,
): BenchCarton | null => {
  const { carton, order } = session
  if (carton === null) return null
  const { expected, tolerance } = weightExpectation(session)
  const volumetric = volumetricGrams(outsideOf(carton), order.limits.volumetricDivisor)
  const gross = stored?.weight?.gross ?? null
  return {
    code: carton.code,
    cartonNo: carton.cartonNo,
    revision: carton.revision,
    state: carton.state,
    boxType: boxTypeView(carton.boxType),
    measured: carton.measured === undefined ? null : { ...carton.measured },
    units: cartonUnits(carton.contents),
    contents: carton.contents.map((content) => ({ ...content })),
    expected,
    tolerance,
    maxGross: order.limits.maxGross,
    volumetric,
    chargeable: Math.max(gross ?? expected, volumetric),
    ...advice,
    gross,
    plan: carton.plan === null ? null : carton.plan.map((content) => ({ ...content })),
    markRevision: carton.markRevision,
    weightSource: stored?.weight?.source ?? null,
    labels: labels.map(labelView),
    rolls: rolls.map(({ roll, isConfirmed }) => ({ name: roll.name, isConfirmed })),
    unCodesWithoutRoll: [...unCodesWithout],
  }
}

const none: ReadonlyMap<Sku, number> = new Map()

const differing = (
  before: ReadonlyMap<Sku, number>,
  after: ReadonlyMap<Sku, number>,
): readonly Sku[] =>
  before === after
    ? []
    : [...before.keys(), ...after.keys()].filter((sku) => before.get(sku) !== after.get(sku))

/** What stands as it stood keeps its place and is the same object. */
const skusAnew = (before: PackSession, after: PackSession): readonly Sku[] => {
  const known = before.carton?.contents ?? []
  const contents = after.carton?.contents ?? []
  return contents.filter((content, at) => content !== known[at]).map(({ sku }) => sku)
}

/** SKUs whose progress may differ between two looks at the same order. */
const changedSkus = (before: Held | null, after: Held): Iterable<Sku> => {
  const [then, now] = [before?.session, after.session]
  if (before === null || then?.order !== now.order) return now.order.lines.keys()
  const anew = [
    skusAnew(then, now),
    skusAnew(now, then),
    differing(then.elsewhere, now.elsewhere),
    differing(before.pallet?.bySku ?? none, after.pallet?.bySku ?? none),
  ]
  return new Set(anew.flat())
}

const palletView = ({ session: { carton }, pallet }: Held): BenchState['pallet'] => {
  if (pallet === null) return null
  const sku = carton === null ? pallet.last : (carton.scans.at(-1)?.sku ?? null)
  return { no: pallet.palletNo, label: pallet.label, cartons: pallet.cartons, sku }
}

export interface BenchViewInput {
  readonly rev: number
  readonly held: Held | null
  /** What the renderer has seen already; null for everything. */
  readonly before: Held | null
  /** The carton in hand once it is sealed. */
  readonly stored: StoredCarton | null
  readonly lastVerified: { readonly code: CartonCode; readonly cartonNo: number } | null
  readonly labels: readonly LabelView[]
  readonly rolls: RollSet
  readonly boxTypes: readonly [BoxType, ...BoxType[]]
  readonly feedback: FeedbackView | null
  readonly recent: BenchState['recent']
  readonly weighProblem: BenchState['weighProblem']
}

export const benchState = (input: BenchViewInput): BenchState => {
  const { rev, held, before, feedback, recent, weighProblem, lastVerified } = input
  const base = { rev, feedback, recent, weighProblem }
  if (held === null) {
    return {
      ...base,
      orderNo: null,
      status: null,
      step: 'packing',
      mode: 'scan',
      carton: null,
      lastVerified: null,
      nextBoxType: input.boxTypes[0].id,
      lines: [],
      packed: 0,
      ordered: 0,
      parked: 0,
      planned: null,
      short: 0,
      pallet: null,
      locked: false,
      times: 1,
    }
  }
  const { session, order } = held
  const packed = packedUnits(session)
  const ordered = order.lines.reduce((sum, line) => sum + line.ordered, 0)
  const advice = boxAdvice(held, input.boxTypes)
  return {
    ...base,
    orderNo: order.header.orderNo,
    status: order.status,
    step: session.step,
    mode: session.mode,
    carton: benchCarton(session, input.stored, input.labels, input.rolls, advice),
    lastVerified,
    nextBoxType: session.nextBox.id,
    lines: [...changedSkus(before, held)].map((sku) => lineProgress(held, sku)),
    packed,
    ordered,
    parked: held.parked,
    short: shortUnits(held),
    pallet: palletView(held),
    planned: held.planned.total === 0 ? null : { ...held.planned },
    locked: session.lock !== null,
    times: session.times,
  }
}

const cartonRulesView = (rules: CartonRules = {}): BenchOrder['cartonRules'] => ({
  maxSkus: rules.maxSkus ?? null,
  maxUnits: rules.maxUnits ?? null,
  maxGross: rules.maxGross ?? null,
  isApart: rules.apart !== undefined && rules.apart.length > 0,
})

/** Goods of other orders, to see in training what a wrong scan looks like. */
export type StrangersTo = (orderNo: OrderNo) => NonNullable<BenchOrder['strangers']>

export const benchSnapshot = (
  input: BenchViewInput,
  orders: OrderBook,
  strangersTo: StrangersTo | undefined,
  photoPath: (url: string) => string,
): BenchSnapshot => {
  const order = input.held?.order
  const summary = order === undefined ? null : orders.summary(order.header.orderNo)
  return {
    state: benchState({ ...input, before: null }),
    order:
      order === undefined || summary === null
        ? null
        : {
            summary,
            lines: benchLines(order, photoPath),
            cartonRules: cartonRulesView(order.header.cartonRules),
            plannedCartons: order.header.plannedCartons ?? null,
            ...(strangersTo === undefined ? {} : { strangers: strangersTo(order.header.orderNo) }),
          },
  }
}
