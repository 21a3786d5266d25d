import type { Dice } from '#tests/crash/dice.ts'
import type { ChaosPlan } from '#tests/support/chaos-proxy.ts'
import type { Fault } from '#tests/support/line-fault.ts'

/** Calm periods and storms by turns. Every kind of fault comes again and again, in an order chosen by the dice. */
export interface Weather extends ChaosPlan {
  /** No faults any more. */
  clear(): void
}

/** What happens to commands: what the server has committed and the station does not know is the heart of the matter. */
const commandFaults: readonly Fault['kind'][] = [
  'answer-cut',
  'answer-cut',
  'answer-cut',
  'answer-torn',
  'answer-torn',
  'answer-lost',
  'reset',
  'reset-midway',
  'blackhole',
  'half-open',
  'late',
  'sliced',
]
const otherFaults: readonly Fault['kind'][] = [
  'answer-cut',
  'answer-torn',
  'reset',
  'reset-midway',
  'late',
  'sliced',
]

const shuffled = <Item>(items: readonly Item[], dice: Dice): Item[] =>
  items
    .map((item) => ({ item, at: dice.int(0, 1_000_000) }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ item }) => item)

/** Deals all of them, then all of them again in another order. */
const createDeck = (kinds: readonly Fault['kind'][], dice: Dice) => {
  let left: Fault['kind'][] = []
  return (): Fault['kind'] => {
    if (left.length === 0) left = shuffled(kinds, dice)
    return left.pop() ?? 'late'
  }
}

export const createWeather = (dice: Dice): Weather => {
  const commands = createDeck(commandFaults, dice)
  const others = createDeck(otherFaults, dice)
  let isOver = false
  let isStorm = false
  /** Requests until the weather changes. */
  let left = 0
  /** Connections that are refused from now on. */
  let refusals = 0

  const passTime = (): void => {
    left -= 1
    if (left >= 0) return
    isStorm = !isStorm
    left = isStorm ? dice.int(10, 30) : dice.int(5, 20)
    refusals = isStorm ? dice.int(1, 6) : 0
  }
  const faultOf = (kind: Fault['kind']): Fault => {
    if (kind === 'late') return { kind, ms: dice.int(5, 120) }
    return kind === 'sliced' ? { kind, bytes: dice.int(1, 60) } : { kind }
  }
  return {
    takes: () => {
      if (isOver || refusals === 0) return true
      refusals -= 1
      return false
    },
    strikes: (request) => {
      if (isOver) return null
      passTime()
      if (!isStorm || !dice.chance(60)) return null
      return faultOf(request.startsWith('POST /v1/commands ') ? commands() : others())
    },
    clear: () => {
      isOver = true
    },
  }
}
