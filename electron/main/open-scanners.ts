import { readDeviceAddress } from '#shared/domain/device-address.ts'
import type { WedgeView } from '#shared/contract/views.ts'
import {
  type LinkWorld,
  openScanner,
  type RawScan,
  type Scanner,
  type ScanQueue,
} from '#electron/devices/index.ts'
import type { Settings } from '#electron/settings/index.ts'
import type { DeviceBoard } from './device-board.ts'

type ScannerSettings = Settings['scanners']

/** The scanners that type, for the page, which hears their keys. */
export const wedgesOf = (scanners: ScannerSettings): readonly WedgeView[] =>
  scanners
    .filter(({ address }) => address === 'wedge')
    .map(({ id, prefix = '', suffix, gapMs = null }) => ({
      id,
      prefix,
      suffix: suffix === 'Enter' || suffix === 'Tab' ? suffix : null,
      gapMs,
    }))

export const isTyped = ({ address }: ScannerSettings[number]): boolean =>
  address === 'wedge' || address === 'virtual'

interface OpenScannersParts {
  readonly scanners: ScannerSettings
  readonly world: LinkWorld
  readonly queue: Pick<ScanQueue, 'push'>
  readonly devices: Pick<DeviceBoard, 'scannerIs'>
  /** The queue was full. */
  readonly notTaken: (scan: RawScan) => void
}

/** Opens every scanner below the keyboard; all of them lead into the one queue, in the order their scans come. */
export const openScanners = ({
  scanners,
  world,
  queue,
  devices,
  notTaken,
}: OpenScannersParts): { readonly opened: readonly Scanner[]; close(): Promise<void> } => {
  const opened: Scanner[] = []
  for (const setting of scanners) {
    const read = readDeviceAddress(setting.address)
    if (!read.ok || (read.value.kind !== 'serial' && read.value.kind !== 'hid')) continue
    const { kind } = read.value
    const scanner = openScanner({ ...setting, address: read.value }, world)
    scanner.onScan(({ text, at }) => {
      const scan: RawScan = {
        text: text ?? '',
        source: kind,
        scanner: setting.id,
        at,
        ...(text === null ? { isBroken: true } : {}),
      }
      if (!queue.push(scan)) notTaken(scan)
    })
    scanner.onState(() => devices.scannerIs(setting.id, scanner.state(), scanner.problem()))
    opened.push(scanner)
  }
  return {
    opened,
    close: async () => {
      await Promise.all(opened.map((scanner) => scanner.close()))
    },
  }
}
