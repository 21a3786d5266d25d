import type { AppError } from '#shared/errors.ts'

/** What a device sent in one piece. */
export interface Chunk {
  /** From a HID device one whole report, its id first. */
  readonly bytes: Uint8Array
  /** Monotonic milliseconds. */
  readonly at: number
}

export type LinkState = 'open' | 'absent'

/** A line to a device that is opened again by itself whenever the device is there. */
export interface DeviceLink {
  state(): LinkState
  /** Why the device is absent, null while it is open or nothing was tried yet. */
  problem(): AppError | null
  /** Returns the way to stop listening, as the next one does. */
  onBytes(listener: (chunk: Chunk) => void): () => void
  /** Every change of state, and of the reason for being absent. */
  onState(listener: (state: LinkState) => void): () => void
  /** Rejects with AppError device-missing, or device-failed when the device does not take it. */
  write(bytes: Uint8Array): Promise<void>
  /** Lets go of the device until the returned function is called: somebody else needs its port meanwhile. */
  pause(): Promise<() => void>
  /** Lets go of the device for good; nothing is told afterwards. Closing twice is fine. */
  close(): Promise<void>
}

/** One opened device, until it goes. */
export interface Line {
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

export interface LineNews {
  readonly bytes: (bytes: Uint8Array) => void
  /** The device went, or broke; told once, and not for a line that was closed on purpose. */
  readonly gone: (problem: AppError) => void
}

/** Opens a device once. Rejects with AppError device-missing, -busy, -forbidden or -failed. */
export type OpenLine = (news: LineNews) => Promise<Line>
