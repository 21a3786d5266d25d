import { useEffect } from 'react'
import type { PrintingState } from '#shared/contract/printing-views.ts'
import { usePrintQueueApi } from './store.ts'

const inTrouble = (printing: PrintingState): ReadonlySet<string> =>
  new Set(printing.printers.filter(({ hold }) => hold?.cause === 'trouble').map(({ id }) => id))

/** Whether trouble has stopped a printer since. What was stopped before the screen came up is not news. */
export const isNewlyStopped = (before: PrintingState | null, now: PrintingState): boolean => {
  if (before === null) return false
  const known = inTrouble(before)
  return [...inTrouble(now)].some((id) => !known.has(id))
}

/** Tells once when trouble stops a printer. */
export const useHoldSounds = (onStopped: () => void): void => {
  const queue = usePrintQueueApi()
  useEffect(
    () =>
      queue.subscribe((now, before) => {
        if (now.printing === null || now.printing === before.printing) return
        if (isNewlyStopped(before.printing, now.printing)) onStopped()
      }),
    [queue, onStopped],
  )
}
