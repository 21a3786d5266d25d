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

export const isMet = ({ ratio, goal, better }: BenchResult): boolean =>
  better === 'lower' ? ratio <= goal : ratio >= goal
