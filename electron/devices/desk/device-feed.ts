import type {
  DeviceFeedView,
  DeviceStanding,
  WatchedDevice,
} from '#shared/contract/device-views.ts'
import type { After } from '../links/reconnecting-link.ts'
import { createByteRing } from './byte-ring.ts'

/** One device while somebody looks at it. */
export interface DeviceFeed {
  readonly watched: WatchedDevice
  bytes(bytes: Uint8Array): void
  scan(text: string, kind: DeviceFeedView['scans'][number]['kind']): void
  reading(reading: Pick<DeviceFeedView['readings'][number], 'grams' | 'stable' | 'net'>): void
  /** Its state or its counters may have changed. */
  moved(): void
  view(): DeviceFeedView
  /** Nothing is told afterwards. */
  end(): void
}

interface FeedParts {
  readonly watched: WatchedDevice
  readonly standing: () => DeviceStanding
  readonly secrets: readonly string[]
  readonly after: After
  /** Wall clock in ms, for display. */
  readonly wallMs: () => number
  readonly publish: (view: DeviceFeedView) => void
}

/** At most eight pushes a second. */
const paceMs = 125
const mostScans = 12
/** Between two pushes a scale sends a few; more than this is what nobody can see. */
const mostReadings = 64

/** Keeps the last of what a device sends, and tells it together. */
export const createDeviceFeed = (parts: FeedParts): DeviceFeed => {
  const { watched, standing, after, wallMs, publish } = parts
  const ring = createByteRing(parts.secrets)
  let scans: DeviceFeedView['scans'] = []
  let readings: DeviceFeedView['readings'] = []
  let seq = 0
  let stopWaiting: (() => void) | null = null
  let isOver = false

  const view = (): DeviceFeedView => ({
    watched,
    ...standing(),
    chunks: ring.view(),
    scans,
    readings,
  })
  const moved = (): void => {
    if (isOver || stopWaiting !== null) return
    stopWaiting = after(paceMs, () => {
      stopWaiting = null
      const now = view()
      readings = []
      publish(now)
    })
  }
  moved()

  return {
    watched,
    bytes: (bytes) => {
      ring.add(bytes, wallMs())
      moved()
    },
    scan: (text, kind) => {
      scans = [{ seq: seq++, at: wallMs(), text, kind }, ...scans].slice(0, mostScans)
      moved()
    },
    reading: ({ grams, stable, net }) => {
      readings = [...readings, { at: wallMs(), grams, stable, net }].slice(-mostReadings)
      moved()
    },
    moved,
    view,
    end: () => {
      isOver = true
      stopWaiting?.()
    },
  }
}
