export { ShiftHeader } from './shift-header.tsx'
export { ShiftScreen } from './shift-screen.tsx'
export {
  createShiftStore,
  followShift,
  ShiftProvider,
  type ShiftStore,
  useIsHandingOver,
} from './store.ts'
export { useShiftSounds } from './use-shift-sounds.ts'
