import type { Invariant } from './invariants.ts'
import type { Plant } from './world.ts'

/** A mistake that somebody might make one day, put into the wiring from outside. */
export interface PlantedBug {
  readonly name: string
  readonly invariant: Invariant
  /** Anew for every history. */
  readonly plant: () => Plant
}
