import type { BenchLine, LineProgress } from '#shared/contract/views.ts'

type Progress = ReadonlyMap<string, LineProgress>

/** Lines in the order's own order, complete ones last. */
export interface SortedLines {
  readonly lines: readonly BenchLine[]
  readonly progress: Progress
  readonly sorted: readonly BenchLine[]
  /** So many are not complete. */
  readonly open: number
}

export const noLines: SortedLines = { lines: [], progress: new Map(), sorted: [], open: 0 }

/** The same list comes back while no line became complete or open again: an order may have thousands. */
export const sortedLines = (
  lines: readonly BenchLine[],
  progress: Progress,
  before: SortedLines,
): SortedLines => {
  if (lines === before.lines && progress === before.progress) return before
  const isDone = (line: BenchLine): boolean => (progress.get(line.sku)?.packed ?? 0) >= line.ordered
  const stays =
    lines === before.lines &&
    before.sorted.every((line, index) => isDone(line) === index >= before.open)
  if (stays) return { ...before, progress }
  const open = lines.filter((line) => !isDone(line))
  const sorted = [...open, ...lines.filter(isDone)]
  return { lines, progress, sorted, open: open.length }
}
