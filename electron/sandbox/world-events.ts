import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { milestoneCodes } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'

const reference_no = z.string()

/** What will happen in the simulated world. */
export const worldEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept-order'), reference_no }),
  z.object({ kind: z.literal('decide-appointment'), reference_no, id: z.string() }),
  z.object({ kind: z.literal('decide-pickup'), reference_no, id: z.string() }),
  z.object({ kind: z.literal('pass-milestone'), reference_no, code: z.enum(milestoneCodes) }),
  z.object({ kind: z.literal('receive-batch'), reference_no, batch: z.int(), batches: z.int() }),
  z.object({ kind: z.literal('shelve-batch'), reference_no, id: z.string() }),
  z.object({ kind: z.literal('answer-ticket'), id: z.string() }),
])
export type WorldEvent = z.infer<typeof worldEventSchema>

/** Lets something happen `seconds` after `now`, by the world's clock. */
export const schedule = async (
  tx: Database,
  now: Date,
  seconds: number,
  event: WorldEvent,
): Promise<void> => {
  const due_at = now.getTime() + seconds * 1000
  await tx
    .insertInto('world_events')
    .values({ event_id: randomUUID(), due_at, body: JSON.stringify(event) })
    .execute()
}
