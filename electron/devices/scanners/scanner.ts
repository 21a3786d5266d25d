import type { AppError } from '#shared/errors.ts'
import type { DeviceLink, LinkState } from '../links/link.ts'

/** One scan of one scanner. */
export interface ScannerScan {
  /** Null where the scan broke off: by a pause, or with the plug. */
  readonly text: string | null
  /** Monotonic milliseconds of its last byte. */
  readonly at: number
}

/** What every scanner below the keyboard is to the station. */
export interface Scanner {
  /** As in the settings. */
  readonly id: string
  readonly name: string
  state(): LinkState
  /** Why it is absent, null while it is open or nothing was tried yet. */
  problem(): AppError | null
  /** Every scan, in order, broken ones too. Returns the way to stop listening, as the next one does. */
  onScan(listener: (scan: ScannerScan) => void): () => void
  /** What it sends, as it comes. */
  readonly onBytes: DeviceLink['onBytes']
  /** Every change of state, and of the reason for being absent. */
  onState(listener: () => void): () => void
  /** Since the start. */
  counters(): { readonly scans: number; readonly broken: number }
  /** Lets go of the device; no scan follows. Closing twice is fine. */
  close(): Promise<void>
}
