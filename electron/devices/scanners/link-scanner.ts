import { createListeners } from '../listeners.ts'
import type { DeviceLink } from '../links/link.ts'
import type { After } from '../links/reconnecting-link.ts'
import type { Framed, Framing } from './framing.ts'
import type { Scanner, ScannerScan } from './scanner.ts'

interface LinkScannerParts {
  readonly id: string
  readonly name: string
  readonly link: DeviceLink
  readonly framing: Framing
  readonly after: After
  /** Monotonic milliseconds. */
  readonly clock: () => number
}

/** A timer later than this, in ms, tells that the program was busy: bytes may lie unread, so it was no silence. */
const lateMs = 20

/** A scanner at the other end of a line. */
export const createLinkScanner = ({
  id,
  name,
  link,
  framing,
  after,
  clock,
}: LinkScannerParts): Scanner => {
  const scans = createListeners<ScannerScan>()
  const states = createListeners<null>()
  const counted = { scans: 0, broken: 0 }
  let lastAt = 0
  let stopWaiting = (): void => undefined

  const tell = (framed: readonly Framed[]): void => {
    for (const found of framed) {
      if (found.kind === 'scan') counted.scans += 1
      else counted.broken += 1
      scans.tell({ text: found.kind === 'scan' ? found.text : null, at: lastAt })
    }
  }

  const awaitSilence = (): void => {
    stopWaiting()
    if (!framing.isUnfinished()) return
    const due = clock() + framing.gapMs
    stopWaiting = after(framing.gapMs, () => {
      if (clock() - due > lateMs) awaitSilence()
      else tell(framing.rest())
    })
  }

  link.onBytes(({ bytes, at }) => {
    lastAt = at
    tell(framing.take(bytes))
    awaitSilence()
  })
  link.onState((state) => {
    if (state === 'absent') {
      stopWaiting()
      lastAt = clock()
      tell(framing.cut())
    }
    states.tell(null)
  })

  return {
    id,
    name,
    state: link.state,
    problem: link.problem,
    onBytes: link.onBytes,
    onScan: scans.add,
    onState: (listener) => states.add(listener),
    counters: () => ({ ...counted }),
    close: link.close,
  }
}
