import type { BoxType } from './carton.ts'
import type { Sku } from './order.ts'
import type { Grams } from './units.ts'
import {
  expectedLoad,
  type Load,
  loadTolerance,
  loadVariance,
  loadWith,
  tareMean,
  tareVariance,
  unitMean,
  unitsTogether,
  unitSpread,
  type WeightModel,
} from './weight-model.ts'

/** Why the likeliest mistake is believed. */
export interface WeightEvidence {
  /** Cartons that taught the SKU's weight; 0: it is as the seller states. */
  readonly cartons: number
  readonly unitWeight: Grams
  /** What this mistake would change of the gross weight, in grams. */
  readonly shift: number
}

/** The likeliest explanation of a gross weight that deviates. A name is only given where nothing else explains it as well. */
export type WeightExplanation =
  /** `delta` units of it too many (> 0) or too few. */
  | {
      readonly kind: 'units'
      readonly sku: Sku
      readonly delta: number
      /** 0 to 1 */
      readonly confidence: number
      readonly evidence: WeightEvidence
    }
  /** A unit of `instead` lies in the carton where one of `sku` was scanned. */
  | {
      readonly kind: 'swap'
      readonly sku: Sku
      readonly instead: Sku
      readonly confidence: number
      readonly evidence: WeightEvidence
    }
  /** The carton is one of this box type. */
  | { readonly kind: 'box'; readonly boxType: string; readonly confidence: number }
  /** It weighs what the empty box weighs. */
  | { readonly kind: 'empty' }
  /** 称不出来: single units of these are lighter than what cartons differ by anyway; heaviest first. */
  | { readonly kind: 'hidden'; readonly skus: readonly Sku[] }
  /** Several mistakes explain it, or none: these SKUs are to be counted first. */
  | { readonly kind: 'unclear'; readonly skus: readonly Sku[] }

type Item = Load['items'][number]
type Named = Exclude<WeightExplanation, { kind: 'hidden' | 'unclear' }>

interface Candidate {
  readonly prior: number
  readonly shift: number
  readonly variance: number
  /** null: no mistake of the packer's. */
  readonly says: Named | null
}

/** Of 1,000 cartons 30 hold a wrong number of units, and so on: what is believed before the scale speaks. */
const priors = {
  honest: 0.95,
  units: 0.03,
  stranger: 0.003,
  swap: 0.006,
  box: 0.004,
  empty: 0.0005,
}
/** Anything else, of any weight: a tool left inside, a wet box, a foot on the scale. */
const elsePrior = 0.0005
/** One unit wrong is commonest. */
const shares = [0.74, 0.13, 0.05, 0.04, 0.02, 0.02]
/** From this posterior on a name is given. */
const named = 0.95
/** What explains a difference less likely than this needs no counting. */
const worthCounting = 0.05
const mostToCount = 3

const density = (off: number, variance: number): number =>
  Math.exp(-(off ** 2) / (2 * variance)) / Math.sqrt(variance)

/** Cartons are odd more often than the bell curve says: a little of a wider one is mixed in. */
const likelihood = (off: number, variance: number): number =>
  0.96 * density(off, variance) + 0.04 * density(off, 6 * variance)

const evidenceOf = (model: WeightModel, item: Item, shift: number): WeightEvidence => ({
  cartons: model.units.get(item.sku)?.cartons ?? 0,
  unitWeight: Math.round(unitMean(model, item)) as Grams,
  shift: Math.round(shift),
})

/** A large order has more swaps than can be told apart, or named with any confidence: together they only count as doubt. */
const mostSwapsNamed = 2_000

const swapsOf = (items: readonly Item[], outside: readonly Item[]): number =>
  Math.max(1, items.length * (items.length + outside.length - 1))

const outsideOf = ({ items }: Load, others: Load['items']): readonly Item[] => {
  const inside = new Set(items.map(({ sku }) => sku))
  return others.filter(({ sku }) => !inside.has(sku))
}

/** How much speaks for a swap with any SKU outside the carton, where those are too many to be named. */
const doubtOfSwaps = (
  model: WeightModel,
  load: Load,
  others: Load['items'],
  off: number,
): number => {
  const outside = outsideOf(load, others)
  const { items } = load
  if (swapsOf(items, outside) <= mostSwapsNamed) return 0
  const base = loadVariance(model, load)
  const weighed = (item: Item) => ({
    mean: unitMean(model, item),
    variance: unitsTogether(model, item, item) + unitSpread(model, item),
  })
  const strangers = outside.map(weighed)
  const prior = priors.swap / swapsOf(items, outside)
  let sum = 0
  for (const { mean, variance } of items.map(weighed)) {
    for (const stranger of strangers) {
      const beside = off - (stranger.mean - mean)
      const spread = base + variance + stranger.variance
      // Six standard deviations of the wider bell curve: what lies beyond adds nothing.
      if (beside ** 2 < 216 * spread) sum += prior * likelihood(beside, spread)
    }
  }
  return sum
}

/** What the packer may have done wrong, each with what it does to the gross weight. */
function* mistakes(
  model: WeightModel,
  load: Load,
  others: Load['items'],
  boxes: readonly BoxType[],
): Generator<Candidate> {
  const { items } = load
  const base = loadVariance(model, load)
  const unseen = Math.sqrt(base)
  const outside = outsideOf(load, others)
  const withOne = new Map(
    [...items, ...outside].map((item) => [item.sku, loadWith(model, load, item)]),
  )

  const changed = (item: Item, delta: number): number =>
    base +
    2 * delta * (withOne.get(item.sku) ?? 0) +
    delta ** 2 * unitsTogether(model, item, item) +
    delta * unitSpread(model, item)

  const units = (item: Item, delta: number, prior: number): Candidate => {
    const shift = delta * unitMean(model, item)
    const evidence = evidenceOf(model, item, shift)
    return {
      prior,
      shift,
      variance: Math.max(1, changed(item, delta)),
      says: { kind: 'units', sku: item.sku, delta, confidence: 0, evidence },
    }
  }
  for (const item of items) {
    for (const [index, share] of shares.entries()) {
      const prior = (priors.units * share) / (2 * items.length)
      if (index + 1 <= item.quantity) yield units(item, -(index + 1), prior)
      yield units(item, index + 1, prior)
    }
  }
  for (const item of outside) yield units(item, 1, priors.stranger / outside.length)

  const pairs = swapsOf(items, outside)
  const swapped = pairs > mostSwapsNamed ? items : [...items, ...outside]
  for (const item of items) {
    for (const instead of swapped) {
      if (instead.sku === item.sku) continue
      const prior = priors.swap / pairs
      const shift = unitMean(model, instead) - unitMean(model, item)
      const variance =
        base +
        2 * ((withOne.get(instead.sku) ?? 0) - (withOne.get(item.sku) ?? 0)) +
        unitsTogether(model, item, item) +
        unitsTogether(model, instead, instead) -
        2 * unitsTogether(model, item, instead) +
        unitSpread(model, instead) -
        unitSpread(model, item)
      const swap: Candidate = {
        prior,
        shift,
        variance: Math.max(1, variance),
        says: {
          kind: 'swap',
          sku: item.sku,
          instead: instead.sku,
          confidence: 0,
          evidence: evidenceOf(model, instead, shift),
        },
      }
      // Of a swap with something that the scale hides, only the other half shows.
      const shows = unitMean(model, instead) <= unseen ? units(item, -1, prior) : null
      const tells = unitMean(model, item) <= unseen ? units(instead, 1, prior) : null
      yield { ...swap, says: (shows ?? tells ?? swap).says }
    }
  }

  const otherBoxes = boxes.filter(({ id }) => id !== load.box.id)
  for (const box of otherBoxes) {
    yield {
      prior: priors.box / otherBoxes.length,
      shift: tareMean(model, box) - tareMean(model, load.box),
      variance: base + tareVariance(model, box),
      says: { kind: 'box', boxType: box.id, confidence: 0 },
    }
  }
  const empty: Load = { box: load.box, items: [] }
  yield {
    prior: priors.empty,
    shift: expectedLoad(model, empty) - expectedLoad(model, load),
    variance: loadVariance(model, empty),
    says: { kind: 'empty' },
  }
}

/** The same for mistakes that the packer is told of in the same words. */
const nameOf = (says: Named | null): string => {
  switch (says?.kind) {
    case 'units':
      return `${says.delta} ${says.sku}`
    case 'swap':
      return `${says.sku} > ${says.instead}`
    case 'box':
      return `box ${says.boxType}`
    default:
      return says?.kind ?? ''
  }
}

/** What must be counted for a mistake to come to light. */
const countedFor = (says: Named): Sku | null =>
  says.kind === 'units' || says.kind === 'swap' ? says.sku : null

/**
 * Why a carton of this gross weight deviates, by Bayes' rule over the mistakes that packers make.
 * @param others the order's SKUs, in this carton or not
 * @param boxes every box type that the carton might be
 */
export const explainWeight = (
  model: WeightModel,
  load: Load,
  gross: Grams,
  others: Load['items'],
  boxes: readonly BoxType[],
): WeightExplanation => {
  const off = gross - expectedLoad(model, load)
  const tolerance = loadTolerance(model, load)
  const base = loadVariance(model, load)
  // Anything at all may weigh a few hundred grams; the heavier the carton, the more.
  const anything = base + (300 + 0.05 * expectedLoad(model, load)) ** 2
  const candidates: Candidate[] = [
    { prior: priors.honest, shift: 0, variance: base, says: null },
    ...mistakes(model, load, others, boxes),
  ]
  const answers = new Map<string, { readonly says: Named | null; readonly weight: number }>()
  let total = elsePrior * density(off, anything) + doubtOfSwaps(model, load, others, off)
  for (const { prior, shift, variance, says } of candidates) {
    const weight = prior * likelihood(off - shift, variance)
    const name = nameOf(says)
    total += weight
    answers.set(name, { says, weight: weight + (answers.get(name)?.weight ?? 0) })
  }
  const weighed = [...answers.values()]
  const likeliest = weighed.toSorted((a, b) => b.weight - a.weight)
  const [best] = likeliest
  const confidence = best === undefined ? 0 : best.weight / total
  const hidden = load.items
    .filter((item) => unitMean(model, item) <= Math.max(tolerance, 2 * model.division))
    .toSorted((a, b) => unitMean(model, b) - unitMean(model, a))
    .map(({ sku }) => sku)
  const says = best?.says ?? null
  if (says !== null && confidence >= named) {
    return says.kind === 'empty' ? says : { ...says, confidence }
  }
  const suspects = new Map<Sku, number>()
  for (const { says: mistake, weight } of weighed) {
    const sku = mistake === null ? null : countedFor(mistake)
    if (sku !== null) suspects.set(sku, (suspects.get(sku) ?? 0) + weight / total)
  }
  const isHidden = new Set(hidden)
  const toCount = [...suspects]
    .filter(([, share]) => share >= worthCounting)
    .toSorted(([, a], [, b]) => b - a)
    .map(([sku]) => sku)
  const visible = toCount.filter((sku) => !isHidden.has(sku))
  return hidden.length > 0 && visible.length === 0
    ? { kind: 'hidden', skus: hidden.slice(0, mostToCount) }
    : { kind: 'unclear', skus: toCount.slice(0, mostToCount) }
}
