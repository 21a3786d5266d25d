import type { DevicesView } from '#shared/contract/views.ts'

export const deviceNames = ['printer', 'scanner', 'scale'] as const
export type DeviceName = (typeof deviceNames)[number]

/** Devices that worked before and do not any more. */
export const lostDevices = (before: DevicesView | null, now: DevicesView): readonly DeviceName[] =>
  before === null
    ? []
    : deviceNames.filter(
        (name) =>
          before[name].state === 'ok' &&
          (now[name].state === 'problem' || now[name].state === 'absent'),
      )
