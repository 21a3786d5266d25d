/** One line of `out/bench.json`: this program against its baseline, both measured in the same run. */
export interface BenchResult {
  readonly name: string
  readonly ratio: number
  readonly goal: number
  readonly better: 'lower' | 'higher'
  /** The figures the ratio was made of, for people. */
  readonly detail: string
}

/** Measures one comparison in a folder of its own. */
export type BenchRow = (folder: string) => Promise<readonly BenchResult[]>

/** Judged as it is printed: the page's clock ticks in tenths of a millisecond, more than half a hundredth of a frame. */
export const isMet = ({ ratio, goal, better }: BenchResult): boolean => {
  const printed = Number(ratio.toFixed(2))
  return better === 'lower' ? printed <= goal : printed >= goal
}
