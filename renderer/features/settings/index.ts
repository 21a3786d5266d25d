export { SettingsPopover } from './settings-popover.tsx'
export { createSettingsStore, SettingsProvider, type SettingsStore, useSettings } from './store.ts'
