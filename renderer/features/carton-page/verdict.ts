import type { FoundView, LookupView } from '#shared/contract/lookup-views.ts'
import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'
import type { SoundName } from '#renderer/lib/sound/index.ts'

export const isNothing = ({ exact, cartons, orders, goods }: FoundView): boolean =>
  exact === null && cartons.rows.length === 0 && orders.rows.length === 0 && goods.rows.length === 0

/** There is nothing else to go back to. */
export const isOnlyCarton = ({ cartons, orders, goods }: FoundView): boolean =>
  cartons.rows.length === 1 && orders.rows.length === 0 && goods.rows.length === 0

/** The answer to the last scan, in the words of the bench. */
export const lookupVerdict = ({ asked, cartonCode }: LookupView): ScanOutcome | 'idle' => {
  if (asked?.problem != null) return 'refused'
  if (cartonCode !== null) return 'carton-known'
  return asked?.found != null && isNothing(asked.found) ? 'unknown-code' : 'idle'
}

/** The sound of a new answer; null when there is none. */
export const lookupSound = (before: LookupView, now: LookupView): SoundName | null => {
  if (now.asked === null || now.asked.seq === before.asked?.seq) return null
  const { found } = now.asked
  return found === null || isNothing(found) ? 'refused' : 'accepted'
}
