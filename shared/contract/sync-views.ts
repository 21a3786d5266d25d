import { z } from 'zod'
import { syncViewSchema } from './views.ts'

const count = z.int().nonnegative()

/** A command, or a photo, that the server answered with a refusal or a flag. */
const answeredCommandSchema = z.object({
  id: z.string(),
  type: z.string(),
  /** When it was recorded here: ISO 8601. */
  at: z.string(),
  /** The server's own code and words. */
  code: z.string(),
  message: z.string(),
  orderNo: z.string().nullable(),
  cartonCode: z.string().nullable(),
})
export type AnsweredCommand = z.infer<typeof answeredCommandSchema>

export const syncHealthSchema = z.object({
  sync: syncViewSchema,
  /** Null until the training server has started. */
  serverUrl: z.string().nullable(),
  /** Null until the station is enrolled. */
  stationId: z.string().nullable(),
  epoch: z.int().nullable(),
  /** The server does not take this station: a pairing code is needed. */
  enrolAgain: z.boolean(),
  /** This computer cannot protect the token: an administrator has to accept that before a typed code enrols. */
  consentDue: z.boolean(),
  pendingByType: z.array(z.object({ type: z.string(), count })),
  /** Photos and then commands, each newest first, at most 50 of both. */
  refusals: z.array(answeredCommandSchema),
  /** Taken by the server, but odd: newest first, at most 50. */
  flagged: z.array(answeredCommandSchema),
  codesLeft: count,
  /** Packable orders whose carton numbers run low. */
  numbersLow: z.array(z.object({ orderNo: z.string(), left: count })),
  /** When each feed was last fetched to its end: ISO 8601. */
  lastPullAt: z.object({ changes: z.string().nullable(), skus: z.string().nullable() }),
})
export type SyncHealthView = z.infer<typeof syncHealthSchema>
