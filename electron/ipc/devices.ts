import type { DeviceDesk } from '#electron/devices/index.ts'
import type { RequestHandlers } from './register.ts'

type DeviceRequest = Extract<keyof RequestHandlers, `devices.${string}`>

export const deviceHandlers = (desk: DeviceDesk): Pick<RequestHandlers, DeviceRequest> => ({
  'devices.list': desk.list,
  'devices.search': desk.search,
  'devices.watch': desk.watch,
  'devices.detectScale': desk.detectScale,
  'devices.endDetection': desk.endDetection,
  'devices.saveScanner': desk.saveScanner,
  'devices.removeScanner': desk.removeScanner,
  'devices.saveScale': desk.saveScale,
  'devices.tare': desk.tare,
  'devices.zero': desk.zero,
  'devices.copyDiagnostics': desk.copyDiagnostics,
})
