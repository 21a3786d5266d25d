import { AppError } from '#shared/errors.ts'
import type { Transport } from './transport.ts'

/**
 * A printer that is spoken to by one at a time, since most answer only one and two labels must not mix; a label waits for
 * the labels before it, never for a question. Questions meanwhile are rejected with AppError printer-busy.
 */
export const oneAtATime = (transport: Transport): Transport => {
  const { ask } = transport
  let sending = 0
  let last: Promise<unknown> = Promise.resolve()
  let asking: { readonly give: AbortController; readonly done: Promise<unknown> } | null = null
  const send: Transport['send'] = async (bytes, limits) => {
    const before = last
    const sent = (async () => {
      await before
      asking?.give.abort()
      await asking?.done
      return transport.send(bytes, limits)
    })()
    last = sent.catch(() => undefined)
    sending += 1
    try {
      return await sent
    } finally {
      sending -= 1
    }
  }
  if (ask === undefined) return { ...transport, send }
  return {
    send,
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
