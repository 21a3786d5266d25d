import { median } from './figures.ts'

export interface Turns {
  /** Milliseconds of one piece of work, the median. */
  readonly ours: number
  readonly theirs: number
  readonly rounds: number
}

const time = (work: () => unknown, times: number): number => {
  const begun = performance.now()
  for (let turn = 0; turn < times; turn += 1) work()
  return (performance.now() - begun) / times
}

/**
 * Two ways to do the same, in turn: one round of each until the time is over, after a fifth of the rounds without a clock.
 * @param times how often the work is done a round, for work that is too short for a clock
 */
export const inTurn = (
  ours: () => unknown,
  theirs: () => unknown,
  { rounds, times }: { readonly rounds: number; readonly times: number },
): Turns => {
  const [first, second]: [number[], number[]] = [[], []]
  for (let round = -rounds / 5; round < rounds; round += 1) {
    const [one, other] = [time(ours, times), time(theirs, times)]
    if (round < 0) continue
    first.push(one)
    second.push(other)
  }
  return { ours: median(first), theirs: median(second), rounds }
}
