import type { ScaleReading } from './scale-reading.ts'
import type { Grams } from './units.ts'

/** Decides whether what the scale says is the weight of the next carton, or still that of the last one. */
export interface PlatformGuard {
  /** What the scale shows with the last sealed carton on it, in grams; null before the first one. */
  readonly lastSealed: Grams | null
  /** The platform was unloaded since then, so that any weight on it is another carton's. */
  readonly unloaded: boolean
  /** The last reading; null when there is none. */
  readonly reading: ScaleReading | null
}

/** Below this the platform is empty: less than any carton, more than dirt and drift. In grams. */
const emptyBelow = 50
/** A resting weight that differs by this much is another carton's. In grams. */
export const differentFrom = 50

/** After a restart only the last sealed gross weight is known: whatever stands on the scale may be that carton. */
export const createGuard = (lastSealed: Grams | null): PlatformGuard => ({
  lastSealed,
  unloaded: lastSealed === null,
  reading: null,
})

/**
 * Takes a reading; null when the scale fell silent. Sticking the mark on the carton and leaning on it swing the weight,
 * so a moving reading says that the carton was taken off only when it falls below half of it.
 */
export const observe = (guard: PlatformGuard, reading: ScaleReading | null): PlatformGuard => {
  if (reading === null) return { ...guard, reading: null }
  const { lastSealed } = guard
  const lifted =
    !reading.net &&
    lastSealed !== null &&
    (reading.grams < lastSealed / 2 || (reading.stable && reading.grams < emptyBelow))
  return { ...guard, unloaded: guard.unloaded || lifted, reading }
}

/**
 * The gross weight that counts for the next carton, or why none does yet. `empty` is also said without any reading;
 * `tared`: the scale shows a net weight, from which the gross weight is not known.
 */
export const weightFor = (
  guard: PlatformGuard,
): Grams | 'moving' | 'same-as-last' | 'empty' | 'tared' => {
  const { reading, lastSealed, unloaded } = guard
  if (reading === null) return 'empty'
  if (!reading.stable) return 'moving'
  if (reading.net) return 'tared'
  if (reading.grams < emptyBelow) return 'empty'
  const differs = lastSealed === null || Math.abs(reading.grams - lastSealed) >= differentFrom
  return unloaded || differs ? (Math.round(reading.grams) as Grams) : 'same-as-last'
}

/**
 * A carton was sealed at this gross weight. What rests on the platform counts as that carton, even where another weight
 * was typed; an empty platform stays free for the next one.
 */
export const sealed = (guard: PlatformGuard, gross: Grams): PlatformGuard => {
  const { reading } = guard
  if (reading === null || !reading.stable || reading.net) {
    return { ...guard, lastSealed: gross, unloaded: false }
  }
  const unloaded = reading.grams < emptyBelow
  return { ...guard, lastSealed: unloaded ? gross : (Math.round(reading.grams) as Grams), unloaded }
}
