export { ParkedDialog } from './parked-dialog.tsx'
export {
  createParkedStore,
  followParked,
  ParkedProvider,
  type ParkedStore,
  useParked,
} from './store.ts'
