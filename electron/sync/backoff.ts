export interface BackoffLimits {
  /** Longest first wait, in milliseconds; each failure doubles it. */
  readonly base: number
  /** Longest wait of all, in milliseconds. */
  readonly cap: number
}

/**
 * How long to wait after the `failures`th failure in a row: full jitter, so that stations that lost the server
 * together do not come back together (AWS Architecture Blog, "Exponential Backoff And Jitter").
 * @param random 0 ≤ n < 1
 */
export const backoffMs = (failures: number, random: number, { base, cap }: BackoffLimits): number =>
  Math.round(random * Math.min(cap, base * 2 ** Math.min(failures - 1, 30)))
