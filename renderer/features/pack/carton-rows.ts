import type { BenchCarton } from '#shared/contract/views.ts'

/** One product in the open carton, or still to go in. */
export interface CartonRow {
  readonly sku: string
  readonly quantity: number
  /** Units that the seller's list wants of it; null without a list. */
  readonly planned: number | null
}

/** What is in the carton; with a list, what it wants in its order, then what it does not name. */
export const cartonRows = ({
  contents,
  plan,
}: Pick<BenchCarton, 'contents' | 'plan'>): readonly CartonRow[] => {
  if (plan === null) return contents.map((content) => ({ ...content, planned: null }))
  const inside = new Map(contents.map(({ sku, quantity }) => [sku, quantity]))
  const wanted = new Set(plan.map(({ sku }) => sku))
  return [
    ...plan.map(({ sku, quantity: planned }) => ({
      sku,
      quantity: inside.get(sku) ?? 0,
      planned,
    })),
    ...contents
      .filter(({ sku }) => !wanted.has(sku))
      .map((content) => ({ ...content, planned: 0 })),
  ]
}
