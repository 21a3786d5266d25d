import { useRef } from 'react'
import type { BenchLine } from '#shared/contract/views.ts'
import { noLines, sortedLines } from './sorted-lines.ts'
import { useBench } from './store.ts'

/** The order's lines as they are listed; the list itself changes only when a line becomes complete. */
export const useOpenLines = (): readonly BenchLine[] => {
  const before = useRef(noLines)
  return (
    useBench((mirror) => {
      const lines = mirror.order?.lines ?? noLines.lines
      before.current = sortedLines(lines, mirror.progress, before.current)
      return before.current.sorted
    }) ?? noLines.sorted
  )
}
