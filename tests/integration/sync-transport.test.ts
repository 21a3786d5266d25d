import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { OrderNo } from '#shared/domain/order.ts'
import { apiError, type FaultRequest, startFaultServer } from '../support/fault-server.ts'
import { startSandboxServer } from '../support/sandbox-server.ts'
import { selfSigned } from '../support/self-signed.ts'
import { wireOrder } from '../support/stocking-order.ts'
import { arrived, drained, readyToPack, sealed, wait } from '../support/sync-expectations.ts'
import { startSyncStation, type SyncStation } from '../support/sync-station.ts'

const order = 'SO-1' as OrderNo
const push = 'POST /v1/commands'

const start = async () => {
  const server = await startSandboxServer(wireOrder(order))
  const front = await startFaultServer(server.url)
  const requests: FaultRequest[] = []
  front.set((request, ask) => {
    requests.push(request)
    return ask()
  })
  const station = startSyncStation({ ...server, url: front.url })
  await readyToPack(station)
  return { server, front, requests, station }
}
const pushes = (requests: readonly FaultRequest[]) =>
  requests.filter(({ route, body }) => route === push && body.includes('carton-sealed'))

test('long bodies go up gzipped, short ones as they are', async () => {
  const { server, requests, station } = await start()
  const codes = sealed(station, order, 5)
  await drained(station)
  await arrived(server, codes)
  const sent = pushes(requests)
  expect(sent.length).toBeGreaterThan(0)
  for (const { body, encoding } of requests) {
    expect(encoding).toBe(body.length > 1024 ? 'gzip' : 'identity')
  }
})

test('nothing is sent that a power cut could still take back', async () => {
  const server = await startSandboxServer(wireOrder(order))
  const stillUnforced: boolean[] = []
  const station: SyncStation = startSyncStation({
    ...server,
    fetch: (url, init) => {
      if (url.endsWith('/v1/commands')) stillUnforced.push(station.store.force())
      return fetch(url, init)
    },
  })
  await readyToPack(station)
  sealed(station, order, 3)
  await drained(station)
  expect(stillUnforced.length).toBeGreaterThan(1)
  expect(stillUnforced).not.toContain(true)
})

test('a proxy that takes no gzip gets plain bodies from then on', async () => {
  const { server, front, station } = await start()
  const encodings: string[] = []
  front.set((request, ask) => {
    if (request.route === push) encodings.push(request.encoding)
    return request.encoding === 'gzip' ? apiError(415, 'media-type-refused') : ask()
  })
  const codes = sealed(station, order, 5)
  await drained(station)
  codes.push(...sealed(station, order, 5))
  await drained(station)
  await arrived(server, codes)
  expect(encodings.filter((encoding) => encoding === 'gzip')).toHaveLength(1)
})

test('a certificate that proves nothing is told by name, and nothing is sent', async () => {
  let asked = 0
  const server = createServer(selfSigned('linkstar.example'), (_, answer) => {
    asked += 1
    answer.end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const station = startSyncStation({ url: `https://127.0.0.1:${port}`, pairingCode: 'SECRET-CODE' })
  await vi.waitFor(() => {
    expect(station.worker.status()).toMatchObject({
      state: 'offline',
      problem: { code: 'server-certificate', retryable: true },
    })
  }, wait)
  expect(asked).toBe(0)
})

test('a clock that jumps by years changes nothing but what is displayed', async () => {
  const server = await startSandboxServer(wireOrder(order))
  let years = 0
  const clock = (): Date => new Date(Date.now() + years * 365 * 86_400_000)
  const station = startSyncStation({ ...server, clock })
  await readyToPack(station)
  const codes: string[] = []
  for (const jump of [30, -30, 1, -20, 0]) {
    years = jump
    codes.push(...sealed(station, order, 2))
    await drained(station)
  }
  expect(new Set(codes).size).toBe(10)
  await arrived(server, codes)
})
