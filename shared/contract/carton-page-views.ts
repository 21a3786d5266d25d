import { z } from 'zod'
import { cartonStates, parkPurposes, weightSources } from '#shared/domain/carton.ts'
import { recountOutcomes } from '#shared/domain/facts.ts'
import { printStates } from '#shared/domain/print-journal.ts'
import { errorShapeSchema, scanOutcomeSchema, sizeSchema } from './views.ts'

const count = z.int().nonnegative()
const names = { nameZh: z.string(), nameEn: z.string() }

/** Where the word about something stands between this station and the server. */
export const uploadSchema = z.object({
  /** `held`: the server keeps it apart until somebody has judged it. */
  state: z.enum(['waiting', 'taken', 'flagged', 'refused', 'held']),
  /** The server's own codes and words. */
  code: z.string(),
  message: z.string(),
})
export type UploadView = z.infer<typeof uploadSchema>

const moment = {
  /** ISO 8601 with offset, for display: the order is that of the list. */
  at: z.string(),
}
const told = {
  ...moment,
  revision: count,
  /** Who was at the bench; null where nobody signs in, or it was not written down. */
  operator: z.string().nullable(),
  upload: uploadSchema.nullable(),
}

const scanMoment = z.object({
  kind: z.literal('scan'),
  ...moment,
  id: z.int(),
  source: z.string(),
  text: z.string(),
  outcome: scanOutcomeSchema,
  units: count,
  goods: z.object({ sku: z.string(), ...names }).nullable(),
  /** Taken back later. */
  undone: z.boolean(),
})

/**
 * opened, box-chosen, measured, parked, resumed, plan-left, sealed, mark-scanned-back, roll-confirmed, verified, palletised, reopened, voided; and what
 * later versions write down.
 */
const stepMoment = z.object({
  kind: z.literal('step'),
  ...told,
  id: z.int(),
  step: z.string(),
  gross: z.int().nullable(),
  weightSource: z.enum(weightSources).nullable(),
  reason: z.string().nullable(),
  purpose: z.enum(parkPurposes).nullable(),
  box: z.object(names).nullable(),
  /** That was measured; null where it counts no more. */
  size: sizeSchema.nullable(),
  roll: z.string().nullable(),
  /** The number of the pallet it was put on. */
  pallet: z.int().nullable(),
})

const labelMoment = z.object({
  kind: z.literal('label'),
  ...told,
  id: z.int(),
  side: z.union([z.literal(1), z.literal(2)]),
  page: z.int().positive(),
  copy: count,
  printerId: z.string(),
  state: z.enum(printStates),
  /** When it came into its state. */
  changedAt: z.string(),
  problem: errorShapeSchema.nullable(),
  /** Why it was printed again. */
  reason: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** Why it must not be on the carton any more; null while it is current. */
  age: z.enum(['older-revision', 'carton-voided', 'carton-gone']).nullable(),
})

const recountMoment = z.object({
  kind: z.literal('recount'),
  ...told,
  id: z.int(),
  state: z.enum(['counting', 'finished', 'given-up', ...recountOutcomes]),
  units: count,
  differences: z.array(z.object({ sku: z.string(), ...names, expected: count, counted: count })),
})

/** A fact for the server that belongs to nothing else in the list. */
const commandMoment = z.object({
  kind: z.literal('command'),
  ...told,
  type: z.string(),
  epoch: z.int(),
  seq: z.int(),
})

export const cartonMomentSchema = z.discriminatedUnion('kind', [
  scanMoment,
  stepMoment,
  labelMoment,
  recountMoment,
  commandMoment,
])
export type CartonMoment = z.infer<typeof cartonMomentSchema>
export type MomentOf<Kind extends CartonMoment['kind']> = Extract<CartonMoment, { kind: Kind }>

/** A carton, or the mark that was printed ahead for one, with its whole life. */
export const cartonPageSchema = z.object({
  code: z.string(),
  orderNo: z.string(),
  cartonNo: z.int(),
  /** 0: planned, nothing is packed yet. */
  revision: count,
  state: z.enum([...cartonStates, 'planned']),
  warehouse: z.object({ code: z.string(), ...names, country: z.string() }).nullable(),
  box: z.object(names).nullable(),
  gross: z.int().nullable(),
  weightSource: z.enum(weightSources).nullable(),
  /** That it stands on, and since when. */
  pallet: z
    .object({ no: z.int().positive(), label: z.string().nullable(), at: moment.at })
    .nullable(),
  contents: z.array(z.object({ sku: z.string(), ...names, quantity: count })),
  /** In the order it happened. */
  moments: z.array(cartonMomentSchema),
  /** Older scans that are not in the list. */
  scansLeftOut: count,
})
export type CartonPageView = z.infer<typeof cartonPageSchema>
