import { getEventListeners, once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { timeLimit } from './time-limit.ts'

describe('the time limit of a request', () => {
  it('ends by itself, and says that it was the time', async () => {
    const { signal } = timeLimit(new AbortController().signal, 5)
    await once(signal, 'abort')
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
  })

  it('ends with the station, whenever that was', () => {
    const closing = new AbortController()
    const { signal } = timeLimit(closing.signal, 60_000)
    expect(signal.aborted).toBe(false)
    closing.abort('closing')
    expect(signal.reason).toBe('closing')
    expect(timeLimit(closing.signal, 60_000).signal.aborted).toBe(true)
  })

  it('leaves nothing behind when its request is over', () => {
    const closing = new AbortController()
    const limits = Array.from({ length: 20 }, () => timeLimit(closing.signal, 60_000))
    for (const { end } of limits) end()
    expect(getEventListeners(closing.signal, 'abort')).toEqual([])
    closing.abort('closing')
    expect(limits.map(({ signal }) => signal.aborted)).not.toContain(true)
  })
})
