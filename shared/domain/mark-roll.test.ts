import { describe, expect, it } from 'vitest'
import { type MarkRoll, rollsNeeded } from './mark-roll.ts'
import type { Sku } from './order.ts'

const roll = (id: string, ...unCodes: string[]): MarkRoll => ({
  id,
  name: id,
  barcode: `${id}-CODE`,
  unCodes,
})
const [lamp, bank, cup] = ['LAMP', 'BANK', 'CUP'] as Sku[] as [Sku, Sku, Sku]
const unCodes: Readonly<Record<string, string>> = { LAMP: 'UN3481', BANK: 'UN3480' }
const unCodeOf = (sku: Sku): string | null => unCodes[sku] ?? null
const of = (...skus: Sku[]) => skus.map((sku) => ({ sku, quantity: 2 }))

describe('the rolls a carton needs', () => {
  const rolls = [roll('ion', 'UN3480', 'UN3481'), roll('metal', 'UN3090', 'UN3091')]

  it('are none without batteries', () => {
    expect(rollsNeeded(rolls, of(cup), unCodeOf)).toEqual({ rolls: [], unCodesWithout: [] })
  })
  it('are those that stand for its batteries, each once', () => {
    expect(rollsNeeded(rolls, of(lamp, cup, bank), unCodeOf).rolls.map(({ id }) => id)).toEqual([
      'ion',
    ])
  })
  it('may be two where two kinds of battery have rolls of their own', () => {
    const own = [roll('a', 'UN3480'), roll('b', 'UN3481')]
    expect(rollsNeeded(own, of(lamp, bank), unCodeOf).rolls).toHaveLength(2)
  })
  it('name what no roll stands for', () => {
    const some = [roll('a', 'UN3480')]
    expect(rollsNeeded(some, of(lamp, bank), unCodeOf).unCodesWithout).toEqual(['UN3481'])
  })
})
