import { describe, expect, it } from 'vitest'
import { type RequestName, requestChannel, requestNames } from '#shared/contract/channels.ts'
import type { Answer } from '#shared/contract/ipc.ts'
import { AppError } from '#shared/errors.ts'
import { type RequestHandlers, registerRequests } from './register.ts'

interface Sender {
  readonly own: boolean
}

const wire = (handlers: Partial<RequestHandlers>, options: { stoppedBy?: AppError } = {}) => {
  const channels = new Map<string, (event: Sender, input: unknown) => Promise<Answer<unknown>>>()
  const faults: unknown[] = []
  registerRequests<Sender>({
    station: { handlers, ...options },
    handle: (channel, listener) => channels.set(channel, listener),
    isTrusted: (sender) => sender.own,
    checkOutputs: true,
    logFault: (_name, error) => faults.push(error),
  })
  const ask = async (name: RequestName, input?: unknown, sender: Sender = { own: true }) => {
    const listener = channels.get(requestChannel(name))
    if (listener === undefined) throw new Error(`${name} is not registered`)
    return listener(sender, input)
  }
  return { ask, channels, faults }
}

describe('requests of the page', () => {
  it('have one channel each, and there is no other', () => {
    const { channels } = wire({})
    expect([...channels.keys()]).toEqual(requestNames.map(requestChannel))
  })

  it('are refused from any other sender before anything is looked at', async () => {
    let called = false
    const { ask } = wire({ 'bench.undo': () => void (called = true) })
    const answer = await ask('bench.undo', undefined, { own: false })
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden-sender' } })
    expect(called).toBe(false)
  })

  it.each<[RequestName, unknown]>([
    ['bench.open', 17],
    ['bench.open', 'x'.repeat(33)],
    ['bench.scan', 'x'.repeat(20_001)],
    ['bench.typeWeight', { grams: -1, reason: 'scale broken' }],
    ['bench.typeWeight', { grams: 1_000.5, reason: 'scale broken' }],
    ['bench.typeWeight', { grams: 1_000, reason: '  ' }],
    ['bench.setTimes', 0],
    ['cartons.void', { code: 'LS1', reason: 'wrong' }],
    ['app.setLanguage', 'fr'],
    ['training.place', Number.NaN],
  ])('are parsed: %s refuses %j', async (name, input) => {
    let called = false
    const { ask } = wire({ [name]: () => void (called = true) })
    expect(await ask(name, input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(called).toBe(false)
  })

  it('get the error of the use case as a value', async () => {
    const { ask, faults } = wire({
      'bench.undo': () => {
        throw new AppError('store-full', 'no room', { details: { file: '/data/station.db' } })
      },
    })
    expect(await ask('bench.undo')).toEqual({
      ok: false,
      error: {
        code: 'store-full',
        message: 'no room',
        details: { file: '/data/station.db' },
        retryable: false,
      },
    })
    expect(faults).toEqual([])
  })

  it('log what nobody expected, and still answer', async () => {
    const { ask, faults } = wire({
      'bench.undo': () => {
        throw new TypeError('bug')
      },
    })
    expect(await ask('bench.undo')).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(faults).toEqual([new TypeError('bug')])
  })

  it('say why the station could not start', async () => {
    const stoppedBy = new AppError('store-read-only', 'read-only')
    const { ask } = wire({}, { stoppedBy })
    expect(await ask('bench.undo')).toMatchObject({ error: { code: 'store-read-only' } })
  })

  it('never send out what the contract does not say', async () => {
    const { ask, faults } = wire({ 'orders.list': () => [{ secret: 1 }] as never })
    expect(await ask('orders.list')).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(faults).toHaveLength(1)
  })
})
