import type { BoxType } from '#shared/domain/carton.ts'
import type { WeighedCarton } from '#shared/domain/learn-weights.ts'
import type { Sku } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'
import type { Load } from '#shared/domain/weight-model.ts'

/** A seller's goods as they are, which the station does not know. */
export interface Catalogue {
  readonly name: string
  /** Grams of the lightest and the heaviest unit. */
  readonly lightest: number
  readonly heaviest: number
  /** Every unit weighs about the same as the next SKU's. */
  readonly areAlike?: boolean
}

/** `delta` units of `sku` too many or too few; one of `instead` for one of `sku`; another box. */
export type Mistake =
  | { readonly kind: 'units'; readonly sku: Sku; readonly delta: number }
  | { readonly kind: 'swap'; readonly sku: Sku; readonly instead: Sku }
  | { readonly kind: 'box'; readonly boxType: string }

export interface MadeCarton {
  readonly load: Load
  readonly gross: number
  readonly mistake: Mistake | null
}

/** The same numbers for the same seed (mulberry32). */
export const dice = (seed: number) => {
  let state = seed
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const between = (from: number, to: number): number => from + uniform() * (to - from)
  const whole = (from: number, to: number): number => Math.floor(between(from, to + 1))
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    const picked = things[whole(0, things.length - 1)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }
  return { uniform, normal, between, whole, pick }
}

const box = (id: string, side: number, tare: number): BoxType => ({
  id,
  nameZh: id,
  nameEn: id,
  size: { length: millimetres(side), width: millimetres(side), height: millimetres(side) },
  tare: grams(tare),
})
export const boxes = [box('S', 250, 360), box('M', 350, 600), box('L', 500, 1150)] as const

/** One seller's world: weights that differ from the stated ones, filler, drift, a scale of 10 g. */
export const openWorld = (seed: number, { lightest, heaviest, areAlike = false }: Catalogue) => {
  const { uniform, normal, between, whole, pick } = dice(seed)
  const first = between(lightest, heaviest)
  const goods = Array.from({ length: 8 }, (_, index) => {
    const weight = areAlike
      ? first * (1 + 0.04 * normal())
      : Math.exp(between(Math.log(lightest), Math.log(heaviest)))
    const stated = grams(Math.max(1, Math.round(weight)))
    return {
      sku: `SKU-${index}` as Sku,
      unitWeight: stated,
      real: Math.max(0.5, weight * (1 + 0.03 * normal())),
      spread: between(0.002, 0.012),
      drift: 0.00005 * normal(),
    }
  })
  const tares = new Map<string, number>(
    boxes.map(({ id, tare }) => [id, tare * (1 + 0.03 * normal())]),
  )
  const filler = between(3, 15)
  const find = (sku: Sku) => {
    const found = goods.find((candidate) => candidate.sku === sku)
    if (found === undefined) throw new RangeError(`${sku} is not of this world`)
    return found
  }
  let packed = 0

  const contents = (): Load => {
    const kinds = pick([1, 1, 2, 2, 3, 4])
    const chosen = goods.toSorted(() => uniform() - 0.5).slice(0, kinds)
    const room = between(2_000, 18_000) / kinds
    return {
      box: pick(boxes),
      items: chosen.map(({ sku, unitWeight }) => ({
        sku,
        unitWeight,
        quantity: Math.max(1, Math.min(whole(1, 60), Math.floor(room / unitWeight))),
      })),
    }
  }
  const weigh = (boxType: string, units: ReadonlyMap<Sku, number>): number => {
    packed += 1
    let weight = (tares.get(boxType) ?? 0) + filler * normal()
    for (const [sku, quantity] of units) {
      const { real, spread, drift } = find(sku)
      const mean = real * (1 + drift * packed)
      weight += quantity * mean + Math.sqrt(quantity) * spread * mean * normal()
    }
    return Math.max(10, Math.round(weight / 10) * 10)
  }

  const mistakeIn = ({ items, box: { id } }: Load): Mistake => {
    const { sku, quantity } = pick(items)
    const chance = uniform()
    if (chance < 0.1) {
      const instead = pick(goods.filter((candidate) => candidate.sku !== sku)).sku
      return { kind: 'swap', sku, instead }
    }
    if (chance < 0.17) {
      return { kind: 'box', boxType: pick(boxes.filter((candidate) => candidate.id !== id)).id }
    }
    const size = uniform() < 0.8 ? 1 : whole(2, 4)
    const delta = uniform() < 0.6 && quantity > size ? -size : size
    return { kind: 'units', sku, delta }
  }

  const make = (isWrong: boolean): MadeCarton => {
    const load = contents()
    const units = new Map(load.items.map(({ sku, quantity }) => [sku, quantity]))
    const mistake = isWrong ? mistakeIn(load) : null
    const put = (sku: Sku, more: number): unknown => units.set(sku, (units.get(sku) ?? 0) + more)
    if (mistake?.kind === 'units') put(mistake.sku, mistake.delta)
    if (mistake?.kind === 'swap') {
      put(mistake.sku, -1)
      put(mistake.instead, 1)
    }
    const inBox = mistake?.kind === 'box' ? mistake.boxType : load.box.id
    return { load, gross: weigh(inBox, units), mistake }
  }

  return {
    goods,
    make,
    /** Rightly packed, with something else that weighs: a tool left inside, a wet box, a foot on the scale. */
    makeOdd: (): MadeCarton => {
      const made = make(false)
      const odd = pick([-1, 1]) * between(60, 900)
      return { ...made, gross: Math.max(10, Math.round((made.gross + odd) / 10) * 10) }
    },
    /** Cartons that were sealed before, newest first: of 100, four with something odd about their weight. */
    history: (length: number): WeighedCarton[] =>
      Array.from({ length }, (): WeighedCarton => {
        const isOdd = uniform() < 0.04
        const { load, gross } = make(isOdd && uniform() < 0.5)
        const odd = isOdd ? pick([-1, 1]) * between(60, 900) : 0
        return { ...load, gross: Math.max(10, Math.round(gross + odd)), wasAccepted: isOdd }
      }).toReversed(),
  }
}
