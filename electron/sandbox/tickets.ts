import { randomBytes } from 'node:crypto'
import type { RequestPayload, Ticket } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { publish, published } from './feed-position.ts'
import type { Applying, Outcome } from './outcome.ts'
import { worldTime } from './world-clock.ts'
import { schedule } from './world-events.ts'

/** In seconds. */
const answerTime = 3600

export const openTicket = async (
  { tx, at }: Applying,
  { reference_no, carton_code, subject }: RequestPayload<'open-ticket'>,
): Promise<Outcome> => {
  const now = await worldTime(tx, at)
  const id = `TK-${randomBytes(6).toString('hex')}`
  const ticket: Ticket = {
    ticket_id: id,
    revision: 1,
    status: 'open',
    subject,
    ...(reference_no === undefined ? {} : { reference_no }),
    ...(carton_code === undefined ? {} : { carton_code }),
    replies: [],
    at: now.toISOString(),
  }
  await publish(tx, id, { kind: 'ticket', ticket })
  await schedule(tx, now, answerTime, { kind: 'answer-ticket', id })
  return { status: 'applied', id }
}

/** @returns whether there is such a ticket */
export const replyToTicket = async (
  tx: Database,
  id: string,
  reply: { readonly message: string; readonly close: boolean },
  now: Date,
): Promise<boolean> => {
  const known = (await published(tx, 'ticket', id))?.ticket
  if (known === undefined) return false
  const at = now.toISOString()
  const ticket: Ticket = {
    ...known,
    revision: known.revision + 1,
    status: reply.close ? 'closed' : 'answered',
    replies: [...known.replies, { at, author: 'Linkstar', message: reply.message }],
    at,
  }
  await publish(tx, id, { kind: 'ticket', ticket })
  return true
}
