import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { timeLimit } from './time-limit.ts'

describe('the time limit of a request', () => {
  it('ends by itself, and says that it was the time', async () => {
    const signal = timeLimit(new AbortController().signal, 5)
    await once(signal, 'abort')
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
  })

  it('ends with the station, whenever that was', () => {
    const closing = new AbortController()
    const signal = timeLimit(closing.signal, 60_000)
    expect(signal.aborted).toBe(false)
    closing.abort('closing')
    expect(signal.reason).toBe('closing')
    expect(timeLimit(closing.signal, 60_000).aborted).toBe(true)
  })
})
