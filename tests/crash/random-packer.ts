import type { BenchState } from '#shared/contract/views.ts'
import { parkedCartons, storedCartons } from '#tests/e2e/support/station-store.ts'
import type { Acts } from './acts.ts'
import type { Dice } from './dice.ts'
import { goodsCodes, orderNumbers } from './goods.ts'
import type { Paper } from './paper.ts'

export interface PackerParts {
  readonly dice: Dice
  readonly acts: Acts
  /** What the packer sees on the screen. */
  readonly state: () => BenchState
  /** What has come out of the printer. */
  readonly paper: Paper
  readonly home: string
  /** Without a scale every weight is typed. */
  readonly hasScale: boolean
  /** Cartons are left parked, and the server knows nothing of those. */
  readonly mayPark: boolean
}

const boxes = ['C60-40-40', 'C50-40-30'] as const
/** Units after which a packer calls a carton full. */
const fullAt = 40

/** A packer who does what the screen asks for, and now and then something else. */
export const createPacker = (parts: PackerParts) => {
  const { dice, acts, state, paper, home, hasScale, mayPark } = parts
  const cartonsHere = (orderNo: string | null, ...states: readonly string[]) =>
    storedCartons(home).filter(
      (carton) => carton.orderNo === orderNo && states.includes(carton.state),
    )

  const oneOf = <Item>(items: readonly Item[]): Item | null => {
    const [first, ...rest] = items
    return first === undefined ? null : dice.pick([first, ...rest])
  }

  const change = async (orderNo: string): Promise<boolean> => {
    const carton = oneOf(cartonsHere(orderNo, 'verified'))
    if (carton === null) return false
    await (dice.chance(60) ? acts.reopen(carton.code) : acts.void(carton.code))
    return true
  }

  const goods = async (): Promise<void> => {
    const burst = Array.from({ length: dice.int(1, 4) }, () => dice.pick(goodsCodes))
    await acts.scan(...burst)
  }

  const packing = async (now: BenchState): Promise<void> => {
    const { carton, orderNo } = now
    if (orderNo === null) return acts.scanOrder(dice.pick(orderNumbers))
    if (carton === null) {
      const parked = oneOf(parkedCartons(home))
      if (parked !== null && dice.chance(30)) return acts.resume(parked)
      if (dice.chance(10)) return acts.scanOrder(dice.pick(orderNumbers))
      if (dice.chance(20) && (await change(orderNo))) return
      return goods()
    }
    if (carton.units >= fullAt) return acts.done()
    if (dice.chance(25)) return acts.done()
    if (mayPark && dice.chance(8) && carton.units > 0) return acts.park()
    if (dice.chance(10)) return acts.scan('LS!UNDO')
    if (dice.chance(10)) return acts.times(dice.int(2, 12))
    if (dice.chance(4)) return acts.box(dice.pick(boxes))
    if (dice.chance(4)) return acts.scan('NOBODY-KNOWS-THIS')
    if (dice.chance(3)) return acts.void(carton.code)
    return goods()
  }

  const weighing = (now: BenchState): Promise<void> => {
    if (now.weighProblem !== null) return acts.acceptWeight()
    if (dice.chance(10)) return acts.backToPacking()
    if (mayPark && dice.chance(5)) return acts.park()
    if (!hasScale || dice.chance(10)) return acts.typeWeight(now.carton?.expected ?? 1000)
    return acts.weigh()
  }

  const marks = async (now: BenchState): Promise<void> => {
    const { carton } = now
    if (carton === null) throw new Error('marks without a carton')
    await acts.waitForLabels()
    if (dice.chance(5)) return acts.reprint()
    if (dice.chance(4)) return acts.void(carton.code)
    if (dice.chance(4)) return acts.reopen(carton.code)
    if (dice.chance(4)) return acts.scan(dice.pick(goodsCodes))
    const other = oneOf(cartonsHere(now.orderNo, 'verified', 'voided'))
    if (other !== null && dice.chance(8)) return acts.scan(other.code)
    const text = await paper.nextToScan(carton)
    return text === null ? acts.reprint() : acts.scan(text)
  }

  /** Does one thing and waits for what comes of it. */
  return async (): Promise<void> => {
    const now = state()
    if (now.locked) return dice.chance(85) ? acts.acknowledge() : goods()
    if (now.step === 'packing') return packing(now)
    if (now.step === 'weighing') return weighing(now)
    return marks(now)
  }
}
