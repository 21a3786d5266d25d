export { LookupButton } from './lookup-button.tsx'
export { LookupHeader } from './lookup-header.tsx'
export { LookupScreen } from './lookup-screen.tsx'
export {
  createLookupStore,
  followLookup,
  LookupProvider,
  type LookupStore,
  useIsLookingUp,
} from './store.ts'
export { useLookupSounds } from './use-lookup-sounds.ts'
