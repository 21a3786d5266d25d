import { useRef } from 'react'
import type { BenchLine } from '#shared/contract/views.ts'
import { sortedLines } from './sorted-lines.ts'
import { useBench } from './store.ts'

const none: readonly BenchLine[] = []

/** The order's lines as they are listed; the list itself changes only when a line becomes complete. */
export const useOpenLines = (): readonly BenchLine[] => {
  const before = useRef(none)
  return (
    useBench((mirror) => {
      before.current = sortedLines(mirror.order?.lines ?? none, mirror.progress, before.current)
      return before.current
    }) ?? none
  )
}
