import type { Sku } from './order.ts'
import type { Grams } from './units.ts'
import { usualDivision } from './weight.ts'
import {
  type LearnedUnit,
  listedVariance,
  type Load,
  roundingVariance,
  statedVariance,
  tareName,
  unitName,
  untaughtAt,
  usualPacking,
  usualSpread,
  type WeightModel,
  type WeightName,
} from './weight-model.ts'

/** A verified carton that was weighed on a scale. */
export interface WeighedCarton extends Load {
  readonly gross: number
  /** It deviated, and the packer said that it is right all the same. */
  readonly wasAccepted: boolean
}

/** What one unknown weight is before the cartons speak. */
interface Unknown {
  readonly name: WeightName
  /** Index among the unknowns. */
  readonly at: number
  readonly mean: number
  readonly variance: number
}

interface Sample {
  /** Gross weight less the listed tare. */
  readonly net: number
  readonly terms: readonly {
    readonly at: number
    readonly times: number
    readonly sku: Sku | null
  }[]
  /** How much more than a fresh carton it may be off for its age. */
  readonly doubt: number
  /** What else it may be off by, in g². */
  readonly suspicion: number
}

/** With each newer carton an older one counts 1 % less: goods and cardboard change. */
const fading = 0.99
/** From so many standard deviations on, a carton counts less (Huber's rule) … */
const suspect = 2
/** … and from so many it does not count: what went wrong there is nobody's unit weight. */
const absurd = 5
/** Rounds of weighing the cartons by how well they fit, and the spreads by how well they explain. */
const rounds = 6
/** Cartons that the usual spread counts for. */
const usualCounts = 6

interface Fit {
  readonly mean: Float64Array
  /** Row by row; symmetric. */
  readonly covariance: Float64Array
}

/** Kalman's update, carton by carton, of weights that do not move. */
const fit = (
  unknowns: readonly Unknown[],
  samples: readonly Sample[],
  noise: (sample: Sample, nth: number) => number,
): Fit => {
  const size = unknowns.length
  const mean = Float64Array.from(unknowns, (unknown) => unknown.mean)
  const covariance = new Float64Array(size * size)
  for (const { at, variance } of unknowns) covariance[at * size + at] = variance
  const gain = new Float64Array(size)
  for (const [nth, sample] of samples.entries()) {
    const own = noise(sample, nth)
    if (!Number.isFinite(own)) continue
    gain.fill(0)
    let error = sample.net
    for (const { at, times } of sample.terms) {
      error -= times * (mean[at] ?? 0)
      for (let row = 0; row < size; row += 1) {
        gain[row] = (gain[row] ?? 0) + times * (covariance[row * size + at] ?? 0)
      }
    }
    const total = sample.terms.reduce((sum, { at, times }) => sum + times * (gain[at] ?? 0), own)
    for (let row = 0; row < size; row += 1) {
      const share = (gain[row] ?? 0) / total
      if (share === 0) continue
      mean[row] = (mean[row] ?? 0) + share * error
      for (let column = 0; column < size; column += 1) {
        const cell = row * size + column
        covariance[cell] = (covariance[cell] ?? 0) - share * (gain[column] ?? 0)
      }
    }
  }
  return { mean, covariance }
}

/** The unknown weights of these cartons, and each carton in terms of them. Cartons come newest first. */
const equations = (cartons: readonly WeighedCarton[]) => {
  const unknowns = new Map<WeightName, Unknown>()
  const stated = new Map<Sku, number>()
  const unknown = (name: WeightName, mean: number, variance: number): number => {
    const known = unknowns.get(name)
    if (known !== undefined) return known.at
    const at = unknowns.size
    unknowns.set(name, { name, at, mean, variance })
    return at
  }
  const samples = cartons.map(({ box, items, gross, wasAccepted }, age): Sample => ({
    net: gross - box.tare,
    terms: [
      { at: unknown(tareName(box.id), 0, listedVariance(box.tare)), times: 1, sku: null },
      ...items.map(({ sku, quantity, unitWeight }) => {
        if (!stated.has(sku)) stated.set(sku, unitWeight)
        const at = unknown(unitName(sku), unitWeight, statedVariance(unitWeight))
        return { at, times: quantity, sku }
      }),
    ],
    doubt: 1 / fading ** age,
    // The packer may have been wrong by a unit: one such carton moves little, many in a row convince.
    suspicion: wasAccepted ? Math.max(...items.map(({ unitWeight }) => unitWeight)) ** 2 : 0,
  }))
  return { unknowns, stated, samples }
}

/**
 * Learns unit weights and tares from cartons of one seller, newest first; the same cartons give the same model. It
 * starts at what the seller states and fits all cartons at once, so that one with several SKUs teaches what it can:
 * SKUs that were only ever packed together are known well together and stay unsure alone. Cartons that fit badly count
 * less or not at all.
 */
export const learnWeights = (
  cartons: readonly WeighedCarton[],
  division: Grams = usualDivision,
): WeightModel => {
  if (cartons.length === 0) return untaughtAt(division)
  const { unknowns, stated, samples } = equations(cartons)
  const list = [...unknowns.values()]
  const spreads = new Map(Array.from(stated, ([sku, weight]) => [sku, usualSpread(weight)]))
  let packing = usualPacking
  let trust = samples.map(() => 1)

  const spreadOf = (sample: Sample): number =>
    sample.terms.reduce(
      (sum, { times, sku }) => sum + (sku === null ? packing : times * (spreads.get(sku) ?? 0)),
      roundingVariance(division),
    )
  const refit = (): Fit =>
    fit(list, samples, (sample, nth) => {
      const counts = trust[nth] ?? 0
      return counts === 0
        ? Number.POSITIVE_INFINITY
        : (spreadOf(sample) * sample.doubt + sample.suspicion) / counts
    })

  let found = refit()
  for (let round = 0; round < rounds; round += 1) {
    const { mean, covariance } = found
    const explained = new Map<Sku | null, { share: number; misfit: number }>()
    const nextTrust: number[] = []
    for (const sample of samples) {
      const own = spreadOf(sample) + sample.suspicion
      let error = sample.net
      let unsure = 0
      for (const { at, times } of sample.terms) {
        error -= times * (mean[at] ?? 0)
        for (const other of sample.terms) {
          unsure += times * other.times * (covariance[at * list.length + other.at] ?? 0)
        }
      }
      const off = Math.abs(error) / Math.sqrt(own)
      const counts = off > absurd && round > 1 ? 0 : Math.min(1, suspect / off)
      nextTrust.push(counts)
      // What the fit took from this carton it no longer shows as misfit: that is put back.
      const kept = Math.max(0.3, 1 - unsure / (own * sample.doubt))
      const misfit = Math.min(off, suspect * 1.5) ** 2 / kept
      for (const { times, sku } of sample.terms) {
        const share = (sku === null ? packing : times * (spreads.get(sku) ?? 0)) / own
        const sum = explained.get(sku) ?? { share: 0, misfit: 0 }
        const weight = (share * Math.min(1, counts)) / sample.doubt
        explained.set(sku, { share: sum.share + weight, misfit: sum.misfit + weight * misfit })
      }
    }
    for (const [sku, { share, misfit }] of explained) {
      const usual = sku === null ? usualPacking : usualSpread(stated.get(sku) ?? 0)
      const current = sku === null ? packing : (spreads.get(sku) ?? usual)
      const next = (usualCounts * usual + misfit * current) / (usualCounts + share)
      if (sku === null) packing = next
      else spreads.set(sku, next)
    }
    trust = nextTrust
    found = refit()
  }

  const size = list.length
  const { mean, covariance } = found
  const units = new Map<Sku, LearnedUnit>()
  for (const [sku, weight] of stated) {
    const taught = samples.filter(
      ({ terms }, nth) => (trust[nth] ?? 0) > 0 && terms.some((term) => term.sku === sku),
    )
    const at = unknowns.get(unitName(sku))?.at ?? -1
    units.set(sku, {
      mean: Math.max(0, mean[at] ?? weight),
      spread: spreads.get(sku) ?? usualSpread(weight),
      cartons: taught.length,
    })
  }
  return {
    units,
    tares: new Map(
      cartons.map(({ box }) => [box.id, mean[unknowns.get(tareName(box.id))?.at ?? -1] ?? 0]),
    ),
    packing,
    division,
    at: (name) => unknowns.get(name)?.at,
    covariance: (one, other) => covariance[one * size + other] ?? 0,
  }
}
