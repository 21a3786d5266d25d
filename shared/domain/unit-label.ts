import type { Sku } from './order.ts'

export const unitConditions = ['new', 'refurbished', 'used'] as const
export type UnitCondition = (typeof unitConditions)[number]

/** The label that a warehouse wants on each unit, over the maker's own barcode. */
export interface UnitLabel {
  readonly kind: 'unit'
  /** Printable ASCII: the barcode itself. */
  readonly fnsku: string
  readonly sku: Sku
  readonly name: string
  readonly condition: UnitCondition
}
