import { scaleContract } from './scale.contract.ts'
import { createVirtualScale } from '#electron/devices/scales/virtual-scale.ts'
import { createManualTicker } from '#tests/support/manual-ticker.ts'

scaleContract('virtual scale', () => {
  const { clock, every, advance } = createManualTicker()
  const scale = createVirtualScale({ clock, every })
  return {
    scale,
    division: 10,
    place: scale.place,
    clear: scale.clear,
    step: () => Promise.resolve(advance(125)),
    plug: null,
    end: () => Promise.resolve(),
  }
})
