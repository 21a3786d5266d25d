export { createHandoverItems } from './handover-items.ts'
export { createShiftHandover } from './shift-handover.ts'
export type { ShiftHandover } from './shift-handover.ts'
