/** One reading of the bench scale. `grams` may be negative (below zero after a wrong tare). */
export interface ScaleReading {
  readonly grams: number
  readonly stable: boolean
  readonly net: boolean
  /** Monotonic milliseconds. */
  readonly at: number
}
