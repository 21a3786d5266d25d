import { AppError } from '#shared/errors.ts'
import type { Transport } from './transport.ts'

/**
 * A printer that is spoken to by one at a time, since most answer only one; a label never waits for a question. Questions
 * meanwhile are rejected with AppError printer-busy.
 */
export const oneAtATime = (transport: Transport): Transport => {
  const { ask } = transport
  if (ask === undefined) return transport
  let sending = 0
  let asking: { readonly give: AbortController; readonly done: Promise<unknown> } | null = null
  return {
    send: async (bytes, limits) => {
      sending += 1
      try {
        asking?.give.abort()
        await asking?.done
        return await transport.send(bytes, limits)
      } finally {
        sending -= 1
      }
    },
    ask: async (question, { signal, patienceMs }) => {
      if (sending > 0 || asking !== null) {
        throw new AppError('printer-busy', 'it is spoken to already', { retryable: true })
      }
      const give = new AbortController()
      const answer = ask(question, { signal: AbortSignal.any([signal, give.signal]), patienceMs })
      asking = { give, done: answer.catch(() => undefined) }
      try {
        return await answer
      } finally {
        asking = null
      }
    },
  }
}
