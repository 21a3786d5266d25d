import type { DeviceLink } from '../links/link.ts'
import type { ScaleReading } from '#shared/domain/scale-reading.ts'
import type { ScaleState } from '#shared/domain/scale-state.ts'
import type { AppError } from '#shared/errors.ts'
import type { ScaleCounts } from './protocols/protocol.ts'

/** What every scale is to the station, whatever its protocol. */
export interface Scale {
  state(): ScaleState
  /** Why it is absent, in words for the packer; null otherwise. */
  problem(): AppError | null
  /** Every reading, stable or not, at the scale's own pace. Returns the way to stop listening. */
  onReading(listener: (reading: ScaleReading) => void): () => void
  /** Every change of state, and of the reason for being absent. Returns the way to stop listening. */
  onState(listener: (state: ScaleState) => void): () => void
  /** What it sends, as it comes; nothing of a virtual one. */
  readonly onBytes: DeviceLink['onBytes']
  /** Lets go of its port until the returned function is called. */
  readonly pause: DeviceLink['pause']
  /** What became of the bytes since the scale was connected. */
  counts(): ScaleCounts
  /** Null where the scale takes no such command. Rejects with AppError when the scale is not there. */
  readonly tare: (() => Promise<void>) | null
  readonly zero: (() => Promise<void>) | null
  /** Lets go of the device; the state becomes `absent` and no reading follows. Closing twice is fine. */
  close(): Promise<void>
}
