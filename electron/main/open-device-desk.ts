import type { Logger } from 'pino'
import type { DeviceFeedView } from '#shared/contract/device-views.ts'
import type { DeviceSettings } from '#shared/domain/device-settings.ts'
import type { ReadScan } from '#shared/domain/scan-code.ts'
import {
  createDeviceDesk,
  type DeviceDesk,
  type LinkWorld,
  listHidDevices,
  type Scale,
  type Scanner,
} from '#electron/devices/index.ts'
import type { SignIn } from '#electron/operators/index.ts'
import type { Settings } from '#electron/settings/index.ts'
import type { Publish } from './publish.ts'

interface DeskParts {
  readonly settings: Settings
  readonly scanners: readonly Scanner[]
  readonly scale: Scale
  readonly world: LinkWorld
  readonly signIn: Pick<SignIn, 'byBadge'>
  readonly readScan: ReadScan
  readonly isSending: () => boolean
  readonly save: (choice: DeviceSettings) => void
  readonly copyText: (text: string) => Promise<void>
  readonly version: string
  readonly now: () => string
  readonly publish: Publish
  readonly log: Logger
}

/** Where the scanners and the scale of this station are looked at and set up. */
export const openDeviceDesk = (parts: DeskParts): DeviceDesk => {
  const { settings, signIn, readScan, publish, log } = parts
  const kindOf = (text: string): DeviceFeedView['scans'][number]['kind'] => {
    const code = readScan(text)
    return code.kind === 'goods' && signIn.byBadge(code.text) !== null ? 'badge' : code.kind
  }
  return createDeviceDesk({
    ...parts,
    chosen: { scanners: settings.scanners, scale: settings.scale },
    listHid: listHidDevices,
    kindOf,
    badges: settings.operators.map(({ badge }) => badge),
    wallMs: () => Date.now(),
    onFault: (error) => log.warn({ err: error }, 'this computer cannot tell what is plugged in'),
    told: {
      feed: (feed) => publish('deviceFeed', feed),
      detection: (detection) => publish('detection', detection),
    },
  })
}
