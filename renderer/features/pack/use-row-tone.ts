import { outcomeLook, type Tone } from '#renderer/lib/outcome-look.ts'
import { useBenchState } from './store.ts'

/** The colour of the row whose product was scanned last; null for all others. */
export const useRowTone = (sku: string): Tone | null =>
  useBenchState(({ feedback }) =>
    feedback?.sku === sku ? outcomeLook[feedback.outcome].tone : null,
  )
