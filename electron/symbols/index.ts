export { code128Bars } from './code128-bars.ts'
export { qrModules } from './qr-modules.ts'
export type { QrModules } from './qr-modules.ts'
