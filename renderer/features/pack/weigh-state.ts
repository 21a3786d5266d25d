import type { ScaleView } from '#shared/contract/views.ts'

/** Below this many grams the platform is empty: no carton weighs less. */
const emptyBelow = 50

/** What the packer does at the scale now. */
export type WeighState = Exclude<ScaleView['state'], 'live'> | 'empty' | 'moving' | 'stable'

export const weighState = ({ state, grams, stable }: ScaleView): WeighState => {
  if (state !== 'live') return state
  if (grams === null) return 'silent'
  if (grams < emptyBelow) return 'empty'
  return stable ? 'stable' : 'moving'
}
