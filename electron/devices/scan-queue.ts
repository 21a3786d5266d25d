/** One scan as it arrived. */
export interface RawScan {
  readonly text: string
  /** `tray` is the training tray on the screen. */
  readonly source: 'wedge' | 'tray' | 'serial' | 'hid'
  /** The scanner as the settings name it; absent where the page does not know which one typed. */
  readonly scanner?: string
  /** It broke off, so that there is no text: nothing may be counted, and the packer has to be told. */
  readonly isBroken?: true
  /** Monotonic milliseconds. */
  readonly at: number
}

export interface ScanQueue {
  /** False when the queue is full: the scan was not taken, and the packer has to be told. */
  push(scan: RawScan): boolean
  /** Resolves when every scan taken so far is judged. */
  whenIdle(): Promise<void>
}

interface ScanQueueParts {
  readonly handle: (scan: RawScan) => Promise<void> | void
  readonly onError: (error: unknown, scan: RawScan) => void
  /** Scans that may wait behind the one being judged. */
  readonly capacity?: number
}

/** All scanners lead here: scans are judged one at a time, in the order they came, and none stops the next. */
export const createScanQueue = ({
  handle,
  onError,
  capacity = 1_000,
}: ScanQueueParts): ScanQueue => {
  const waiting: RawScan[] = []
  let busy = false
  let idle = Promise.resolve()

  const drain = async (): Promise<void> => {
    busy = true
    try {
      for (let scan = waiting.shift(); scan !== undefined; scan = waiting.shift()) {
        try {
          await handle(scan)
        } catch (error) {
          onError(error, scan)
        }
      }
    } finally {
      busy = false
    }
  }

  return {
    push: (scan) => {
      if (waiting.length >= capacity) return false
      waiting.push(scan)
      if (!busy) idle = drain()
      return true
    },
    whenIdle: () => idle,
  }
}
