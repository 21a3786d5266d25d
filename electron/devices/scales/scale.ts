import type { ScaleReading } from '#shared/domain/scale-reading.ts'

/** `absent`: not connected; `silent`: connected, but no reading came for a while; `live`: readings come. */
export type ScaleState = 'absent' | 'silent' | 'live'

/** What every scale is to the station, whatever its protocol. */
export interface Scale {
  state(): ScaleState
  /** Every reading, stable or not, at the scale's own pace. Returns the way to stop listening. */
  onReading(listener: (reading: ScaleReading) => void): () => void
  /** Every change of state, not the present one. Returns the way to stop listening. */
  onState(listener: (state: ScaleState) => void): () => void
  /** Lets go of the device; the state becomes `absent` and no reading follows. Closing twice is fine. */
  close(): Promise<void>
}
