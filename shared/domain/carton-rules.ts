import { type CartonContent, cartonUnits } from './carton.ts'
import type { Sku } from './order.ts'
import type { Grams, Millimetres } from './units.ts'

/** What may go together into one carton, beyond the classes that never may. */
export interface MixingRules {
  /** 1 where every carton holds one SKU only. */
  readonly maxSkus?: number
  readonly maxUnits?: number
  /** Of the SKUs of a group, one carton holds only one. */
  readonly apart?: readonly (readonly Sku[])[]
}

/** What one order asks of each of its cartons; where it asks for less than the rules of its destination, those bind. */
export interface CartonRules extends MixingRules {
  readonly maxGross?: Grams
  readonly maxSide?: Millimetres
}

/** The first rule that contents break: with the SKU that is one too many, and the one it must not be with. */
export type RuleBreach =
  | { readonly rule: 'skus'; readonly max: number; readonly sku: Sku }
  | { readonly rule: 'apart'; readonly sku: Sku; readonly other: Sku }
  | { readonly rule: 'units'; readonly max: number; readonly units: number }

export const hasMixingRules = ({ maxSkus, maxUnits, apart }: MixingRules): boolean =>
  maxSkus !== undefined || maxUnits !== undefined || apart !== undefined

/** @param contents in the order they were packed: of two that break a rule together, the later one is too many */
export const ruleBreach = (
  { maxSkus, maxUnits, apart = [] }: MixingRules,
  contents: readonly CartonContent[],
): RuleBreach | null => {
  for (const group of apart) {
    const [first, second] = contents.filter(({ sku }) => group.includes(sku))
    if (first !== undefined && second !== undefined) {
      return { rule: 'apart', sku: second.sku, other: first.sku }
    }
  }
  const tooMany = maxSkus === undefined ? undefined : contents[maxSkus]
  if (maxSkus !== undefined && tooMany !== undefined) {
    return { rule: 'skus', max: maxSkus, sku: tooMany.sku }
  }
  const units = cartonUnits(contents)
  return maxUnits !== undefined && units > maxUnits ? { rule: 'units', max: maxUnits, units } : null
}
