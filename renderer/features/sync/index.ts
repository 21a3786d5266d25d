export {
  createSyncHealthStore,
  followSyncHealth,
  SyncHealthProvider,
  type SyncHealthStore,
} from './store.ts'
export { SyncPanel } from './sync-panel.tsx'
