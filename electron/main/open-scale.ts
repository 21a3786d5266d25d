import { createVirtualScale, type Scale, type VirtualScale } from '#electron/devices/index.ts'
import type { Settings } from '#electron/settings/index.ts'

const absent: Scale = {
  state: () => 'absent',
  onReading: () => () => undefined,
  onState: () => () => undefined,
  close: () => Promise.resolve(),
}

/** The scale of the settings; `virtual` is it again where it is one, so that training can load it. */
export const openScale = (
  setting: Settings['scale'],
): { readonly device: Scale; readonly virtual: VirtualScale | null } => {
  if (setting === null) return { device: absent, virtual: null }
  const virtual = createVirtualScale({
    clock: () => performance.now(),
    every: (ms, tick) => {
      const timer = setInterval(tick, ms)
      return () => clearInterval(timer)
    },
  })
  return { device: virtual, virtual }
}
