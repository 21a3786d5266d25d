import type { BenchLine } from '#shared/contract/views.ts'
import { changedBetween, type Progress, progressOf } from './progress.ts'

/** Lines in the order's own order, complete ones last. */
export interface SortedLines {
  readonly lines: readonly BenchLine[]
  readonly bySku: ReadonlyMap<string, BenchLine>
  readonly progress: Progress
  readonly sorted: readonly BenchLine[]
}

export const noLines: SortedLines = {
  lines: [],
  bySku: new Map(),
  progress: progressOf([]),
  sorted: [],
}

const isDone = (line: BenchLine, progress: Progress): boolean =>
  (progress.get(line.sku)?.packed ?? 0) >= line.ordered

const isSortedStill = ({ bySku, progress: then }: SortedLines, now: Progress): boolean => {
  const changed = changedBetween(then, now) ?? bySku.keys()
  for (const sku of changed) {
    const line = bySku.get(sku)
    if (line !== undefined && isDone(line, then) !== isDone(line, now)) return false
  }
  return true
}

/** The same list comes back while no line became complete or open again: an order may have thousands. */
export const sortedLines = (
  lines: readonly BenchLine[],
  progress: Progress,
  before: SortedLines,
): SortedLines => {
  if (lines === before.lines && progress === before.progress) return before
  if (lines === before.lines && isSortedStill(before, progress)) return { ...before, progress }
  const done = lines.filter((line) => isDone(line, progress))
  const open = done.length === 0 ? lines : lines.filter((line) => !isDone(line, progress))
  const bySku = new Map(lines.map((line) => [line.sku, line]))
  return { lines, bySku, progress, sorted: [...open, ...done] }
}
