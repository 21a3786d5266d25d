import { z } from 'zod'
import { holdCauses, printStates } from '#shared/domain/print-journal.ts'
import { errorShapeSchema, labelViewSchema } from './views.ts'

const count = z.int().nonnegative()
/** ISO 8601 with offset, for display. */
const moment = z.string()

export const printerHoldSchema = z.object({
  cause: z.enum(holdCauses),
  /** The packer's words; null when trouble held it. */
  reason: z.string().nullable(),
  problem: errorShapeSchema.nullable(),
  since: moment,
})
export type PrinterHoldView = z.infer<typeof printerHoldSchema>

export const printerViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  hold: printerHoldSchema.nullable(),
  /** What keeps it from printing, in its own words; null while it is well or silent. */
  trouble: errorShapeSchema.nullable(),
})
export type PrinterView = z.infer<typeof printerViewSchema>

/** One label of the print journal, with the carton it is for. */
export const printJobSchema = labelViewSchema.extend({
  /** 0 = planned: printed before the carton was packed. */
  revision: count,
  orderNo: z.string(),
  cartonNo: z.int().positive(),
  cartonCode: z.string(),
  printerId: z.string(),
  state: z.enum(printStates),
  /** Why it must not be on the carton any more; null while it is current. */
  age: z.enum(['older-revision', 'carton-voided', 'carton-gone']).nullable(),
  /** Why it was printed again. */
  reason: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  createdAt: moment,
  /** When it came into its state. */
  changedAt: moment,
})
export type PrintJobView = z.infer<typeof printJobSchema>

export const printQueueSchema = z.object({
  printers: z.array(printerViewSchema),
  /** In printing order. */
  jobs: z.array(printJobSchema),
})
export type PrintQueueView = z.infer<typeof printQueueSchema>

/** What every screen shows of printing. */
export const printingStateSchema = z.object({
  printers: z.array(printerViewSchema),
  /** Labels that wait or are under way. */
  waiting: count,
  /** Labels of which nobody knows whether they came out. */
  uncertain: count,
})
export type PrintingState = z.infer<typeof printingStateSchema>

/** A carton that the seller planned, and the mark printed ahead for it. */
export const plannedCartonSchema = z.object({
  cartonNo: z.int().positive(),
  units: count,
  code: z.string().nullable(),
  labels: z.array(labelViewSchema.extend({ revision: count })),
})
export type PlannedCartonView = z.infer<typeof plannedCartonSchema>
