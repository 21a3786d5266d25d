import { app } from './app.ts'
import { cartons } from './cartons.ts'
import { decisions } from './decisions.ts'
import { devices } from './devices.ts'
import { errors } from './errors.ts'
import { exceptions } from './exceptions.ts'
import { imports } from './imports.ts'
import { lookup } from './lookup.ts'
import { operators } from './operators.ts'
import { orderFaults } from './order-faults.ts'
import { orders } from './orders.ts'
import { outcomes } from './outcomes.ts'
import { pack } from './pack.ts'
import { parked } from './parked.ts'
import { printers } from './printers.ts'
import { printing } from './printing.ts'
import { recount } from './recount.ts'
import { report } from './report.ts'
import { shift } from './shift.ts'
import { sheetFaults } from './sheet-faults.ts'
import { steps } from './steps.ts'
import { sync } from './sync.ts'
import { training } from './training.ts'

export const en = {
  ...app,
  ...operators,
  ...orders,
  ...orderFaults,
  ...pack,
  ...steps,
  ...outcomes,
  ...cartons,
  ...lookup,
  ...training,
  ...parked,
  ...exceptions,
  ...printing,
  ...recount,
  ...report,
  ...shift,
  ...imports,
  ...sheetFaults,
  ...sync,
  ...decisions,
  ...printers,
  ...devices,
  ...errors,
} as const
