import type { CargoClass } from './order.ts'
import type { Grams, Millimetres } from './units.ts'

/** The limits that bind one order's cartons, chosen from dated rule packs by destination and transport mode. */
export interface CartonLimits {
  readonly maxGross: Grams
  /** From this gross weight on, the mark set bears a "heavy" mark. */
  readonly heavyFrom?: Grams
  readonly maxSide: Millimetres
  /** Longest side + girth (2 × the two shorter ones). */
  readonly maxLengthPlusGirth?: Millimetres
  /** Volumetric divisor in cm³ per kg. */
  readonly volumetricDivisor: number
  /** Pairs of cargo classes that must not share a carton. */
  readonly separated: readonly (readonly [CargoClass, CargoClass])[]
}
