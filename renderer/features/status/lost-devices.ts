import type { DevicesView } from '#shared/contract/views.ts'

export const deviceNames = ['printer', 'scanner', 'scale'] as const
export type DeviceName = (typeof deviceNames)[number]
type Device = DevicesView[DeviceName]

/** A device that worked before and does not any more. */
export interface LostDevice {
  readonly kind: DeviceName
  readonly device: Device
}

const isLost = (before: Device | undefined, now: Device): boolean =>
  before?.state === 'ok' && (now.state === 'problem' || now.state === 'absent')

/** Devices that worked before and do not any more; of several scanners each counts, whatever the lamp of all shows. */
export const lostDevices = (
  before: DevicesView | null,
  now: DevicesView,
): readonly LostDevice[] => {
  if (before === null) return []
  const pairs = [
    { kind: 'printer', before: before.printer, device: now.printer },
    ...now.scanners.map((device) => ({
      kind: 'scanner' as const,
      before: before.scanners.find(({ id }) => id === device.id),
      device,
    })),
    { kind: 'scale', before: before.scale, device: now.scale },
  ] as const
  return pairs
    .filter((pair) => isLost(pair.before, pair.device))
    .map(({ kind, device }) => ({ kind, device }))
}
