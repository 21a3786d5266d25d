export { RecountHeader } from './recount-header.tsx'
export { RecountScreen } from './recount-screen.tsx'
export {
  createRecountStore,
  followRecount,
  RecountProvider,
  type RecountStore,
  useIsRecounting,
} from './store.ts'
export { useRecountSounds } from './use-recount-sounds.ts'
