import type { BenchLine, LineProgress } from '#shared/contract/views.ts'

/** Lines in the order's own order, complete ones last. The same array comes back while no line became complete. */
export const sortedLines = (
  lines: readonly BenchLine[],
  progress: ReadonlyMap<string, LineProgress>,
  before: readonly BenchLine[],
): readonly BenchLine[] => {
  const isDone = (line: BenchLine): boolean => (progress.get(line.sku)?.packed ?? 0) >= line.ordered
  const sorted = [...lines.filter((line) => !isDone(line)), ...lines.filter(isDone)]
  const same =
    sorted.length === before.length && sorted.every((line, index) => line === before[index])
  return same ? before : sorted
}
