import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { startChaosProxy } from '#tests/support/chaos-proxy.ts'
import type { Fault } from '#tests/support/line-fault.ts'

const body = 'x'.repeat(400)
const batch = `POST /v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`

/** A server that says how many requests have reached it whole. */
const startServer = async () => {
  let answered = 0
  const server = createServer((request, response) => {
    // Of a request that broke, nothing else is told.
    request.on('error', () => undefined)
    request.on('end', () => {
      answered += 1
      response.end('done')
    })
    request.resume()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { port, answered: () => answered }
}

/** What the asking side sees of its line. */
const watch = (socket: Socket) => {
  const pieces: string[] = []
  let end: 'open' | 'closed' | 'reset' = 'open'
  const waiters = new Set<() => void>()
  const look = (): void => {
    for (const check of waiters) check()
  }
  socket.on('data', (piece) => {
    pieces.push(piece.toString('latin1'))
    look()
  })
  socket.on('error', () => (end = 'reset'))
  socket.on('close', () => {
    if (end === 'open') end = 'closed'
    look()
  })
  return {
    text: () => pieces.join(''),
    end: () => end,
    until: (check: () => boolean) =>
      new Promise<void>((resolve) => {
        const waiter = (): void => {
          if (check()) resolve()
        }
        waiters.add(waiter)
        waiter()
      }),
  }
}

const struckBy = async (fault: Fault | null, takes = true) => {
  const server = await startServer()
  const proxy = await startChaosProxy()
  onTestFinished(() => proxy.close())
  proxy.connectTo(server.port)
  proxy.follow({ takes: () => takes, strikes: () => fault })
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const line = watch(socket)
  socket.write(batch)
  return { server, proxy, line }
}

const whole = /^HTTP\/1\.1 200 OK[^]*done$/

it('passes on what nothing strikes', async () => {
  const { proxy, line } = await struckBy(null)
  await line.until(() => whole.test(line.text()))
  expect(proxy.tally).toEqual({ requests: 1, faults: {}, lostAfterCommit: 0 })
})

it.for([
  { kind: 'late', ms: 40 },
  { kind: 'sliced', bytes: 7 },
] as const)('brings all that is $kind', async (fault) => {
  const begun = performance.now()
  const { proxy, line } = await struckBy(fault)
  await line.until(() => whole.test(line.text()))
  if (fault.kind === 'late') expect(performance.now() - begun).toBeGreaterThanOrEqual(2 * 39)
  expect(proxy.tally).toEqual({ requests: 1, faults: { [fault.kind]: 1 }, lostAfterCommit: 0 })
})

it('resets a connection that it does not take', async () => {
  const { server, proxy, line } = await struckBy(null, false)
  await line.until(() => line.end() === 'reset')
  expect(server.answered()).toBe(0)
  expect(proxy.tally.faults).toEqual({ refused: 1 })
})

it.for(['reset', 'reset-midway'] as const)('has nothing done by a %s', async (kind) => {
  const { server, line } = await struckBy({ kind })
  await line.until(() => line.end() === 'reset')
  expect(line.text()).toBe('')
  expect(server.answered()).toBe(0)
})

it.for(['answer-cut', 'answer-torn', 'answer-lost'] as const)(
  'has all done and the answer not whole by %s',
  async (kind) => {
    const { server, proxy, line } = await struckBy({ kind })
    if (kind === 'answer-lost') await expect.poll(() => proxy.tally.lostAfterCommit).toBe(1)
    else await line.until(() => line.end() !== 'open')
    expect(server.answered()).toBe(1)
    expect(proxy.tally).toEqual({ requests: 1, faults: { [kind]: 1 }, lostAfterCommit: 1 })
    expect(line.end()).toBe(kind === 'answer-lost' ? 'open' : 'closed')
    expect(line.text()).not.toMatch(whole)
    expect(line.text().length > 0).toBe(kind === 'answer-torn')
  },
)

it.for(['blackhole', 'half-open'] as const)(
  'leaves the line open and silent by %s',
  async (kind) => {
    const { server, proxy, line } = await struckBy({ kind })
    await expect.poll(() => proxy.tally.faults[kind]).toBe(1)
    // Of a line that is half open, the server has got the request and lost who asked.
    if (kind === 'half-open') await expect.poll(server.answered).toBe(1)
    else expect(server.answered()).toBe(0)
    expect(line.text()).toBe('')
    expect(line.end()).toBe('open')
  },
)
