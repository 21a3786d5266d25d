import type { WatchedDevice } from '#shared/contract/device-views.ts'
import type { PreferenceStorage } from '#renderer/lib/preferences.ts'

/** What the right side shows: a device that is set up, or one that is being added. */
export type ChosenDevice =
  | WatchedDevice
  | { readonly kind: 'new'; readonly device: 'scanner' | 'scale'; readonly address: string }

const key = 'linkstar.devices'
const scannerPrefix = 'scanner:'

/** A saved device wires the station anew, and the page with it: this brings the packer back to it. */
export const keepChosen = (memory: PreferenceStorage, chosen: ChosenDevice | null): void =>
  memory.setItem(
    key,
    chosen?.kind === 'scanner' ? `${scannerPrefix}${chosen.id}` : (chosen?.kind ?? 'list'),
  )

export const forgetChosen = (memory: PreferenceStorage): void => memory.setItem(key, '')

/** Undefined where nothing is to be opened. */
export const keptChosen = (memory: PreferenceStorage): WatchedDevice | null | undefined => {
  const kept = memory.getItem(key) ?? ''
  if (kept === '') return undefined
  if (kept === 'scale') return { kind: 'scale' }
  return kept.startsWith(scannerPrefix)
    ? { kind: 'scanner', id: kept.slice(scannerPrefix.length) }
    : null
}
