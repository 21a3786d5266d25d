import type { Logger } from 'pino'
import type { DeviceSettings } from '#shared/domain/device-settings.ts'
import type { ReadScan } from '#shared/domain/scan-code.ts'
import {
  createScanQueue,
  type DeviceDesk,
  type LinkWorld,
  listSerialPorts,
  type RawScan,
  type ScanQueue,
  type VirtualScale,
} from '#electron/devices/index.ts'
import type { SignIn } from '#electron/operators/index.ts'
import { type Bench, createWeighing, type Weighing } from '#electron/packing/index.ts'
import type { Settings } from '#electron/settings/index.ts'
import { afterTimeout } from '#electron/sync/index.ts'
import type { DeviceBoard } from './device-board.ts'
import { openDeviceDesk } from './open-device-desk.ts'
import { openScanners } from './open-scanners.ts'
import { asAppError, type ProblemBoard } from './problem.ts'
import type { Publish } from './publish.ts'
import { scaleOf } from './scale-of.ts'

interface RoomParts {
  readonly settings: Settings
  readonly board: DeviceBoard
  readonly bench: Bench
  readonly signIn: Pick<SignIn, 'byBadge' | 'isAwaited'>
  readonly readScan: ReadScan
  /** Nothing is weighed in now. */
  readonly isPaused: () => boolean
  /** Whether somebody other than the bench takes a scan, in the order they are asked. */
  readonly takers: readonly ((scan: RawScan) => boolean)[]
  readonly problems: Pick<ProblemBoard, 'raise'>
  /** A label is on its way to a printer: nothing may be wired anew. */
  readonly isSending: () => boolean
  readonly save: (choice: DeviceSettings) => void
  readonly copyText: (text: string) => Promise<void>
  readonly version: string
  readonly now: () => string
  readonly publish: Publish
  readonly log: Logger
}

/** The scanners and the scale of the station, and everything that reads, watches and sets them up. */
export interface DeviceRoom {
  readonly scans: ScanQueue
  readonly weighing: Weighing
  readonly virtualScale: VirtualScale | null
  readonly desk: DeviceDesk
  close(): Promise<void>
}

/** Opens every device. What they say reaches the bench in the order it comes. */
export const openDeviceRoom = (parts: RoomParts): DeviceRoom => {
  const { settings, board, bench, problems, publish, log } = parts
  const world: LinkWorld = {
    listPorts: listSerialPorts,
    after: afterTimeout,
    clock: () => performance.now(),
  }
  const scale = scaleOf(settings.scale, world)
  scale.device.onState((stands) => board.scaleIs(stands, scale.device.problem()))
  const weighing = createWeighing({
    scale: scale.device,
    bench,
    isPaused: parts.isPaused,
    publish: (view) => publish('scale', view),
    onFault: problems.raise,
  })
  const scans = createScanQueue({
    handle: (scan) => {
      board.scanned(scan.scanner)
      if (desk.takes(scan) || parts.takers.some((takes) => takes(scan))) return
      if (scan.isBroken === true) bench.notTaken(scan, 'scan-broken-off')
      else bench.scan(scan)
    },
    onError: (error, scan) => {
      problems.raise(error)
      try {
        bench.notTaken(scan, asAppError(error).code)
      } catch (again) {
        log.error({ err: again }, 'the store cannot even be read')
      }
    },
  })
  const scanners = openScanners({
    scanners: settings.scanners,
    world,
    queue: scans,
    devices: board,
    notTaken: (scan) => bench.notTaken(scan, 'scans-waiting'),
  })
  const desk = openDeviceDesk({
    ...parts,
    scanners: scanners.opened,
    scale: scale.device,
    world,
  })

  return {
    scans,
    weighing,
    virtualScale: scale.virtual,
    desk,
    close: async () => {
      desk.close()
      await scanners.close()
      await scale.device.close()
    },
  }
}
