import type {
  DetectionView,
  DeviceFeedView,
  DeviceListView,
  DeviceStanding,
  FoundDeviceView,
  ScaleConfigView,
  ScannerConfigView,
  WatchedDevice,
} from '#shared/contract/device-views.ts'
import type { DeviceSettings, ScannerConfig } from '#shared/domain/device-settings.ts'
import { AppError } from '#shared/errors.ts'
import type { LinkWorld } from '../links/open-link.ts'
import type { ListHid } from '../links/list-devices.ts'
import type { RawScan } from '../scan-queue.ts'
import type { Scale } from '../scales/scale.ts'
import type { Scanner } from '../scanners/scanner.ts'
import { createDeviceFeed, type DeviceFeed } from './device-feed.ts'
import { createDeviceSearch } from './device-search.ts'
import { diagnosticText } from './diagnostics.ts'
import { findScale } from './find-scale.ts'

export interface DeviceDeskParts {
  readonly chosen: DeviceSettings
  /** Those that are read below the keyboard. */
  readonly scanners: readonly Scanner[]
  readonly scale: Scale
  readonly world: LinkWorld
  readonly listHid: ListHid
  /** Writes the choice down and wires the station anew. Throws AppError device-setup-invalid. */
  readonly save: (choice: DeviceSettings) => void
  /** A label is on its way to a printer: nothing may be wired anew. */
  readonly isSending: () => boolean
  readonly kindOf: (text: string) => DeviceFeedView['scans'][number]['kind']
  /** What badges say: it is never shown. */
  readonly badges: readonly string[]
  readonly copyText: (text: string) => Promise<void>
  readonly version: string
  /** ISO 8601 with offset. */
  readonly now: () => string
  /** Wall clock in ms. */
  readonly wallMs: () => number
  readonly onFault: (error: unknown) => void
  readonly told: {
    readonly feed: (feed: DeviceFeedView) => void
    readonly detection: (detection: DetectionView | null) => void
  }
}

/** Shows, tests and sets up the scanners and the scale. */
export interface DeviceDesk {
  list(): DeviceListView
  search(): Promise<FoundDeviceView[] | null>
  /** Throws AppError device-unknown. */
  watch(device: WatchedDevice | null): void
  /** Whether a scan is one of the scanner that is being tested: it ends here. */
  takes(scan: RawScan): boolean
  /** One at a time: another one ends the one before. Rejects with AppError device-setup-invalid, device-…. */
  detectScale(address: string): Promise<ScaleConfigView | null>
  endDetection(): void
  /** Rejects with AppError printer-busy, device-setup-invalid. */
  saveScanner(config: ScannerConfigView): Promise<void>
  /** Throws AppError printer-busy, device-unknown, device-setup-invalid. */
  removeScanner(id: string): void
  /** Rejects with AppError printer-busy, device-setup-invalid. */
  saveScale(config: ScaleConfigView | null): Promise<void>
  /** Reject with AppError scale-absent, device-…. */
  tare(): Promise<void>
  zero(): Promise<void>
  copyDiagnostics(): Promise<string>
  close(): void
}

const isTyped = ({ address }: ScannerConfig): boolean =>
  address === 'wedge' || address === 'virtual'

export const createDeviceDesk = (parts: DeviceDeskParts): DeviceDesk => {
  const { chosen, scale, world, told } = parts
  const search = createDeviceSearch({ ...world, listHid: parts.listHid, onFault: parts.onFault })
  let feed: DeviceFeed | null = null
  let stops: readonly (() => void)[] = []
  let detecting: AbortController | null = null
  /** Scans of scanners that type, which nobody else counts. */
  const typed = new Map<string, number>()

  const scannerStanding = (config: ScannerConfig): DeviceStanding => {
    const scanner = parts.scanners.find(({ id }) => id === config.id)
    return scanner === undefined
      ? { state: 'typed', problem: null, counters: { scans: typed.get(config.id) ?? 0 } }
      : {
          state: scanner.state(),
          problem: scanner.problem()?.toShape() ?? null,
          counters: { ...scanner.counters() },
        }
  }
  const scaleStanding = (): DeviceStanding => ({
    state: scale.state(),
    problem: scale.problem()?.toShape() ?? null,
    counters: { ...scale.counts() },
  })
  const list = (): DeviceListView => ({
    scanners: chosen.scanners.map((config) => ({
      ...scannerStanding(config),
      config: { ...config },
    })),
    scale:
      chosen.scale === null
        ? null
        : {
            ...scaleStanding(),
            config: { ...chosen.scale },
            canTare: scale.tare !== null,
            canZero: scale.zero !== null,
          },
  })

  const unwatch = (): void => {
    for (const stop of stops) stop()
    stops = []
    feed?.end()
    feed = null
  }
  const follow = (watched: WatchedDevice, standing: () => DeviceStanding): DeviceFeed => {
    const { badges: secrets, wallMs } = parts
    const { after } = world
    return createDeviceFeed({ watched, standing, secrets, after, wallMs, publish: told.feed })
  }
  const unknown = (id: string): AppError =>
    new AppError('device-unknown', `no device ${id}`, { details: { scanner: id } })

  const watch = (device: WatchedDevice | null): void => {
    unwatch()
    if (device === null) return
    if (device.kind === 'scale') {
      const mine = follow(device, scaleStanding)
      feed = mine
      stops = [
        scale.onBytes(({ bytes }) => mine.bytes(bytes)),
        scale.onReading(mine.reading),
        scale.onState(mine.moved),
      ]
      return
    }
    const config = chosen.scanners.find(({ id }) => id === device.id)
    if (config === undefined) throw unknown(device.id)
    const mine = follow(device, () => scannerStanding(config))
    feed = mine
    const scanner = parts.scanners.find(({ id }) => id === device.id)
    if (scanner !== undefined) {
      stops = [scanner.onBytes(({ bytes }) => mine.bytes(bytes)), scanner.onState(mine.moved)]
    }
  }

  /** Which scanner it was; of those that type, the page often cannot tell, and need not where there is one. */
  const scannerOf = ({ scanner }: RawScan): string | null => {
    if (scanner !== undefined) return scanner
    const typing = chosen.scanners.filter(isTyped)
    return typing.length === 1 ? (typing[0]?.id ?? null) : null
  }
  const test = (scan: RawScan, mine: DeviceFeed): void => {
    const kind = scan.isBroken === true ? 'broken-off' : parts.kindOf(scan.text)
    const isHidden = kind === 'badge' || kind === 'broken-off'
    mine.scan(isHidden ? '' : scan.text, kind)
  }

  const save = (choice: Partial<DeviceSettings>): void => {
    if (parts.isSending()) {
      throw new AppError('printer-busy', 'a label is being sent', { retryable: true })
    }
    parts.save({ ...chosen, ...choice })
  }
  const command = async (run: (() => Promise<void>) | null): Promise<void> => {
    if (run === null) throw new AppError('scale-absent', 'this scale takes no such command')
    await run()
  }
  const endDetection = (): void => {
    detecting?.abort()
    detecting = null
  }

  return {
    list,
    search: () =>
      search.find(
        [...chosen.scanners, ...(chosen.scale === null ? [] : [chosen.scale])].map(
          ({ address }) => address,
        ),
      ),
    watch,
    takes: (scan) => {
      const id = scannerOf(scan)
      if (id !== null) typed.set(id, (typed.get(id) ?? 0) + 1)
      if (feed === null || feed.watched.kind !== 'scanner' || feed.watched.id !== id) return false
      test(scan, feed)
      return true
    },
    detectScale: async (address) => {
      endDetection()
      const mine = new AbortController()
      detecting = mine
      try {
        return await findScale(address, {
          scale: { device: scale, address: chosen.scale?.address ?? null },
          world,
          signal: mine.signal,
          told: told.detection,
        })
      } finally {
        if (detecting === mine) detecting = null
        told.detection(null)
      }
    },
    endDetection,
    saveScanner: async (given) => {
      const config = { ...given, address: await search.withIdentity(given.address) }
      const isKnown = chosen.scanners.some(({ id }) => id === config.id)
      save({
        scanners: isKnown
          ? chosen.scanners.map((each) => (each.id === config.id ? config : each))
          : [...chosen.scanners, config],
      })
    },
    removeScanner: (id) => {
      const scanners = chosen.scanners.filter((scanner) => scanner.id !== id)
      if (scanners.length === chosen.scanners.length) throw unknown(id)
      save({ scanners })
    },
    saveScale: async (given) => {
      save({
        scale:
          given === null ? null : { ...given, address: await search.withIdentity(given.address) },
      })
    },
    tare: () => command(scale.tare),
    zero: () => command(scale.zero),
    copyDiagnostics: async () => {
      const found = await search.find([])
      const text = diagnosticText({
        version: parts.version,
        now: parts.now(),
        list: list(),
        found,
        feed: feed?.view() ?? null,
      })
      await parts.copyText(text)
      return text
    },
    close: () => {
      endDetection()
      unwatch()
    },
  }
}
