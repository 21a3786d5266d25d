export { DevicesDialog } from './devices-dialog.tsx'
export {
  createDevicesStore,
  DevicesProvider,
  type DevicesStore,
  followDevices,
  useDevices,
} from './store.ts'
