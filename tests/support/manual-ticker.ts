/** Time that a test moves by hand. */
export interface ManualTicker {
  readonly clock: () => number
  readonly every: (ms: number, tick: () => void) => () => void
  /** Moves time on by `ms`, ticking whatever falls due. */
  advance(ms: number): void
}

export const createManualTicker = (): ManualTicker => {
  const timers = new Set<{ readonly ms: number; due: number; readonly tick: () => void }>()
  let now = 0
  return {
    clock: () => now,
    every: (ms, tick) => {
      const timer = { ms, due: now + ms, tick }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance: (ms) => {
      const until = now + ms
      for (;;) {
        const [next] = [...timers].toSorted((a, b) => a.due - b.due)
        if (next === undefined || next.due > until) break
        now = next.due
        next.due += next.ms
        next.tick()
      }
      now = until
    },
  }
}
