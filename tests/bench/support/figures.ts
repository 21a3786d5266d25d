/** The value that `share` of the values do not exceed (nearest rank). */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(sorted.length * share))
  const value = sorted[rank - 1]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Milliseconds of one frame at 60 Hz. */
export const frameMs = 1000 / 60

/** Milliseconds that `work` takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Milliseconds of p50 and p99, for people. */
export const spread = (values: readonly number[]): string =>
  `p50 ${median(values).toFixed(2)} ms, p99 ${percentile(values, 0.99).toFixed(2)} ms`

/** Runs `round` up to `most` times, as long as the time lasts: a busy disk makes fewer rounds, not a longer run. */
export const repeat = async (
  { most, ms }: { readonly most: number; readonly ms: number },
  round: (index: number) => Promise<void>,
): Promise<void> => {
  const until = performance.now() + ms
  for (let index = 0; index < most && performance.now() < until; index += 1) await round(index)
}
