import { describe, expect, it } from 'vitest'
import { BodyTooLarge, exchange } from './http-exchange.ts'

const limits = { bodyCap: 10, now: 0 }

/** A server that begins its answer and then says nothing more; `cancelled` when the line is let go. */
const stuckServer = (begun: string) => {
  const { promise: reading, resolve: startReading } = Promise.withResolvers<void>()
  const { promise: cancelled, resolve: cancel } = Promise.withResolvers<void>()
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (begun !== '') controller.enqueue(new TextEncoder().encode(begun))
      startReading()
      return begun.length > limits.bodyCap ? undefined : new Promise(() => undefined)
    },
    cancel: () => cancel(),
  })
  return { fetch: () => Promise.resolve(new Response(body)), reading, cancelled }
}

describe('one exchange with the server', () => {
  it('ends when it is given up in the middle of an answer, whatever the stream does', async () => {
    const closing = new AbortController()
    const { fetch, reading, cancelled } = stuckServer('{"a":')
    const answer = exchange(fetch, 'http://x/', { signal: closing.signal }, limits)
    await reading
    closing.abort(new Error('closing'))
    await expect(answer).rejects.toThrow('closing')
    await cancelled
  })

  it('takes no answer that began before it was given up', async () => {
    const { fetch } = stuckServer('')
    const signal = AbortSignal.abort(new Error('closed before'))
    await expect(exchange(fetch, 'http://x/', { signal }, limits)).rejects.toThrow('closed before')
  })

  it('lets the line go when a body outgrows its cap', async () => {
    const { signal } = new AbortController()
    const { fetch, cancelled } = stuckServer('[1,2,3,4,5,6,7]')
    await expect(exchange(fetch, 'http://x/', { signal }, limits)).rejects.toThrow(BodyTooLarge)
    await cancelled
  })
})
