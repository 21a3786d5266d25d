import { z } from 'zod'
import { epochSchema, stationIdSchema, text } from './values.ts'

export const enrolmentSchema = z.object({
  pairing_code: z.string().min(1).max(64),
  /** The station's name, for people. */
  name: text(100),
  /** A station that was enrolled before keeps its id, takes a new epoch, and its old token ends. */
  station_id: stationIdSchema.exactOptional(),
})
export type Enrolment = z.infer<typeof enrolmentSchema>

export const enrolledSchema = z.object({
  station_id: stationIdSchema,
  /** Bearer token of all further requests. */
  token: z.string().min(16).max(200),
  epoch: epochSchema,
})
export type Enrolled = z.infer<typeof enrolledSchema>
