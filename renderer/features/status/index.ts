export { LanguageSwitch } from './language-switch.tsx'
export { NoticeBar, ProblemBar } from './notice-bar.tsx'
export { RestoreOffer } from './restore-offer.tsx'
export { StationBadge } from './station-badge.tsx'
export { StatusStrip } from './status-strip.tsx'
export {
  createStatusStore,
  followStatus,
  StatusProvider,
  type StatusStore,
  useStatus,
} from './store.ts'
export type { LostDevice } from './lost-devices.ts'
export { useDeviceSounds } from './use-device-sounds.ts'
