import type { CartonContent } from './carton.ts'
import type { Sku } from './order.ts'
import type { AcceptedScan } from './pack-session.ts'

/** What a counted SKU and the carton's record say. */
export interface CountedSku {
  readonly sku: Sku
  readonly expected: number
  readonly counted: number
}

/** Units by SKU, in the order the SKUs were first scanned. */
export const countOf = (scans: readonly AcceptedScan[]): readonly CartonContent[] => {
  const units = new Map<Sku, number>()
  for (const scan of scans) units.set(scan.sku, (units.get(scan.sku) ?? 0) + scan.units)
  return [...units].map(([sku, quantity]) => ({ sku, quantity }))
}

/** Every SKU of the carton or of the count: those of the carton first. */
export const compareCount = (
  expected: readonly CartonContent[],
  scans: readonly AcceptedScan[],
): readonly CountedSku[] => {
  const counted = new Map(countOf(scans).map(({ sku, quantity }) => [sku, quantity]))
  const known = new Set(expected.map(({ sku }) => sku))
  return [
    ...expected.map(({ sku, quantity }) => ({
      sku,
      expected: quantity,
      counted: counted.get(sku) ?? 0,
    })),
    ...[...counted]
      .filter(([sku]) => !known.has(sku))
      .map(([sku, quantity]) => ({ sku, expected: 0, counted: quantity })),
  ]
}

export const countAgrees = (compared: readonly CountedSku[]): boolean =>
  compared.every(({ expected, counted }) => expected === counted)
