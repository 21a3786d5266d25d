import {
  createVirtualScale,
  type LinkWorld,
  openScale,
  type Scale,
  type VirtualScale,
} from '#electron/devices/index.ts'
import type { Settings } from '#electron/settings/index.ts'

const absent: Scale = {
  state: () => 'absent',
  problem: () => null,
  onBytes: () => () => undefined,
  pause: () => Promise.resolve(() => undefined),
  onReading: () => () => undefined,
  onState: () => () => undefined,
  counts: () => ({ frames: 0, bad: 0, noise: 0 }),
  tare: null,
  zero: null,
  close: () => Promise.resolve(),
}

/** The scale of the settings; `virtual` is it again where it is one, so that training can load it. */
export const scaleOf = (
  setting: Settings['scale'],
  world: LinkWorld,
): { readonly device: Scale; readonly virtual: VirtualScale | null } => {
  if (setting === null) return { device: absent, virtual: null }
  if (setting.address !== 'virtual') return { device: openScale(setting, world), virtual: null }
  const virtual = createVirtualScale({
    clock: world.clock,
    ...(setting.division === undefined ? {} : { division: setting.division }),
    every: (ms, tick) => {
      const timer = setInterval(tick, ms)
      return () => clearInterval(timer)
    },
  })
  return { device: virtual, virtual }
}
