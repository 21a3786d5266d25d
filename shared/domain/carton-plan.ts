import type { CartonContent } from './carton.ts'
import type { Sku } from './order.ts'

/** What a seller wants in one carton 箱单; each SKU once. */
export type CartonPlan = readonly CartonContent[]

const quantities = (contents: readonly CartonContent[]): ReadonlyMap<Sku, number> => {
  const found = new Map<Sku, number>()
  for (const { sku, quantity } of contents) found.set(sku, (found.get(sku) ?? 0) + quantity)
  return found
}

/** Sellers may name a SKU twice in a carton. */
export const cartonPlan = (contents: readonly CartonContent[]): CartonPlan =>
  Array.from(quantities(contents), ([sku, quantity]) => ({ sku, quantity }))

export const plannedUnits = (plan: CartonPlan, sku: Sku): number =>
  plan.find((content) => content.sku === sku)?.quantity ?? 0

/** What is still to go in, in the order of the plan. */
export const missingFrom = (
  plan: CartonPlan,
  contents: readonly CartonContent[],
): readonly CartonContent[] => {
  const inside = quantities(contents)
  return plan.flatMap(({ sku, quantity }) => {
    const missing = quantity - (inside.get(sku) ?? 0)
    return missing > 0 ? [{ sku, quantity: missing }] : []
  })
}

/** Neither a unit more nor one less. */
export const isAsPlanned = (plan: CartonPlan, contents: readonly CartonContent[]): boolean =>
  missingFrom(plan, contents).length === 0 && missingFrom(contents, plan).length === 0
