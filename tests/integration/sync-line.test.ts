import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type After, fieldTiming } from '#electron/sync/index.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { type ChaosProxy, startChaosProxy } from '../support/chaos-proxy.ts'
import { type SandboxServer, startSandboxServer } from '../support/sandbox-server.ts'
import { wireOrder } from '../support/stocking-order.ts'
import { arrived, drained, readyToPack, sealed, wait } from '../support/sync-expectations.ts'
import { startSyncStation } from '../support/sync-station.ts'

const order = 'SO-1' as OrderNo

const proxyTo = async (server: SandboxServer): Promise<ChaosProxy> => {
  const proxy = await startChaosProxy()
  proxy.connectTo(server.port)
  onTestFinished(() => proxy.close())
  return proxy
}
describe('a station on an unreliable line', () => {
  test('enrols, leases, pulls and pushes by itself', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const station = startSyncStation(server)
    expect(station.worker.status()).toMatchObject({ state: 'connecting', pending: 0 })
    await readyToPack(station)
    const codes = sealed(station, order, 3)
    await drained(station)
    await arrived(server, codes)
  })

  test('a server that is down from the start is told as offline, and all begins when it comes', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const proxy = await startChaosProxy()
    onTestFinished(() => proxy.close())
    const station = startSyncStation({ ...server, url: proxy.url })
    await vi.waitFor(() => expect(station.worker.status().state).toBe('offline'), wait)
    expect(station.worker.status().problem).toMatchObject({ code: 'server-unreachable' })
    expect(() =>
      station.store.transaction(() =>
        station.outbox.append({ type: 'lease-codes', payload: { count: 1 } }),
      ),
    ).toThrow(expect.objectContaining({ code: 'not-enrolled' }))
    proxy.connectTo(server.port)
    await readyToPack(station)
  })

  test('packing goes on while the server is away, and everything arrives once afterwards', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const proxy = await proxyTo(server)
    const station = startSyncStation({ ...server, url: proxy.url })
    await readyToPack(station)
    proxy.connectTo(null)
    await vi.waitFor(() => expect(station.worker.status().state).toBe('offline'), wait)
    const { since } = station.worker.status()
    const codes = sealed(station, order, 9)
    expect(station.worker.status()).toMatchObject({ state: 'offline', since })
    expect(station.worker.status().pending).toBeGreaterThanOrEqual(9)
    expect(station.outbox.unsentSeals()).toEqual(new Set(codes))
    await server.stop()
    await server.start()
    proxy.connectTo(server.port)
    await drained(station)
    expect(station.outbox.unsentSeals().size).toBe(0)
    await arrived(server, codes)
  })

  test('answers lost after the server committed do no harm', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const proxy = await proxyTo(server)
    const station = startSyncStation({ ...server, url: proxy.url })
    await readyToPack(station)
    proxy.cutAnswers('POST /v1/commands', 3)
    const codes: string[] = []
    for (let round = 1; round <= 3; round += 1) {
      codes.push(...sealed(station, order, 2))
      await vi.waitFor(() => expect(proxy.cuts).toBeGreaterThanOrEqual(round), wait)
    }
    await drained(station)
    await arrived(server, codes)
    expect(station.leases.codesLeft()).toBe(34)
  })

  test('a lost answer to the enrolment or a pull is no loss either', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const proxy = await proxyTo(server)
    proxy.cutAnswers('POST /v1/stations', 1)
    const station = startSyncStation({ ...server, url: proxy.url })
    await vi.waitFor(() => expect(proxy.cuts).toBe(1), wait)
    proxy.cutAnswers('GET /v1/changes', 1)
    await vi.waitFor(() => expect(proxy.cuts).toBe(2), wait)
    await readyToPack(station)
    const codes = sealed(station, order, 1)
    await drained(station)
    await arrived(server, codes)
  })

  test('a restart while offline keeps what is pending, the codes and the truth', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const proxy = await proxyTo(server)
    const station = startSyncStation({ ...server, url: proxy.url })
    await readyToPack(station)
    proxy.connectTo(null)
    const codes = sealed(station, order, 3)
    await station.restart()
    codes.push(...sealed(station, order, 3))
    expect(station.worker.status().oldestPendingAt).not.toBeNull()
    proxy.connectTo(server.port)
    await drained(station)
    expect(new Set(codes).size).toBe(6)
    await arrived(server, codes)
  })

  test('a restart in the middle of a lost answer sends the same commands again', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const proxy = await proxyTo(server)
    const station = startSyncStation({ ...server, url: proxy.url })
    await readyToPack(station)
    proxy.cutAnswers('POST /v1/commands', 1)
    const codes = sealed(station, order, 2)
    await vi.waitFor(() => expect(proxy.cuts).toBe(1), wait)
    await station.restart()
    await drained(station)
    await arrived(server, codes)
  })

  test('a server that takes requests and never answers is left after the timeout', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const proxy = await proxyTo(server)
    const station = startSyncStation({ ...server, url: proxy.url, timeoutMs: 150 })
    await readyToPack(station)
    proxy.swallow(true)
    await vi.waitFor(() => {
      expect(station.worker.status().problem?.details['reason']).toBe('timeout')
    }, wait)
    proxy.swallow(false)
    await drained(station)
  })

  test('what became of the line is told at the next look, and a line that stays silent within a second', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const proxy = await proxyTo(server)
    const timers = new Map<symbol, { readonly ms: number; readonly run: () => void }>()
    const after: After = (ms, run) => {
      const key = Symbol('timer')
      timers.set(key, { ms, run })
      return () => void timers.delete(key)
    }
    /** Lets the second pass that everything waits for at the most. */
    const aSecondPasses = (): void => {
      const due = [...timers].filter(([, { ms }]) => ms <= 1_000)
      expect(due).toHaveLength(timers.size)
      for (const [key, { run }] of due) {
        timers.delete(key)
        run()
      }
    }
    const becomes = (state: string): Promise<void> =>
      vi.waitFor(() => expect(station.worker.status().state).toBe(state), wait)
    // A millisecond less, so that the next look is told from the patience with a request that is under way.
    const pollMs = fieldTiming.pollMs - 1
    const idle = (): Promise<void> =>
      vi.waitFor(() => expect([...timers.values()].map(({ ms }) => ms)).toEqual([pollMs]), wait)
    // Long enough that no busy machine breaks a request off: nobody would try it again, since time stands still here.
    const timeoutMs = 3_000
    const station = startSyncStation({ ...server, url: proxy.url, after, pollMs, timeoutMs })
    const told: string[] = []
    station.worker.onChange(({ state }) => told.push(state))
    await readyToPack(station)
    await idle()

    proxy.swallow(true)
    aSecondPasses()
    await vi.waitFor(() => expect(proxy.tally.faults.blackhole).toBe(1), wait)
    expect(station.worker.status().state).toBe('online')
    aSecondPasses()
    expect(station.worker.status().state).toBe('connecting')
    expect(told.at(-1)).toBe('connecting')

    proxy.swallow(false)
    await becomes('offline')
    station.worker.retry()
    await becomes('online')
    await idle()

    proxy.connectTo(null)
    aSecondPasses()
    await becomes('offline')
    expect(told.at(-1)).toBe('offline')
  })

  test('hundreds of cartons packed offline go up in batches', async () => {
    const server = await startSandboxServer(
      wireOrder(order, { lines: [{ line_no: 1, sku: 'SKU-A', plan_qty: 1000 }] }),
    )
    const proxy = await proxyTo(server)
    const station = startSyncStation({ ...server, url: proxy.url })
    const codes: string[] = []
    for (let round = 0; round < 14; round += 1) {
      await vi.waitFor(() => expect(station.leases.codesLeft()).toBeGreaterThanOrEqual(20), wait)
      await drained(station)
      for (let carton = 0; carton < 20; carton += 1) {
        const code = station.seal(order)
        if (code !== null) codes.push(code)
      }
      if (round % 5 === 4) proxy.connectTo(null)
      if (round % 5 === 4) proxy.connectTo(server.port)
    }
    await drained(station)
    expect(codes.length).toBeGreaterThan(200)
    await arrived(server, codes)
  })
})
