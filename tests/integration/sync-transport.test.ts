import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { maxCommandsPerBatch } from '#shared/contract/linkstar-api.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
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

test('no command is sent that a power cut could still take back, and answers alone are not forced', async () => {
  const server = await startSandboxServer(wireOrder(order))
  const sent: { readonly holdsNew: boolean; readonly wasUnforced: boolean }[] = []
  let forcedTo = 0
  const station: SyncStation = startSyncStation({
    ...server,
    fetch: (url, init) => {
      if (url.endsWith('/v1/commands')) {
        const added = station.outbox.added()
        sent.push({ holdsNew: added > forcedTo, wasUnforced: station.store.force() })
        forcedTo = added
      }
      return fetch(url, init)
    },
  })
  await readyToPack(station)
  const [code = ''] = sealed(station, order, 1)
  const printed = (copy: number): Fact => ({
    type: 'label-printed',
    orderNo: order,
    code: code as CartonCode,
    revision: 1,
    station: '打包台 1',
    at: '2026-11-23T09:30:00+08:00',
    side: 1,
    page: 1,
    copy,
    sha256: 'a'.repeat(64),
  })
  station.store.transaction(() => {
    for (let copy = 0; copy <= 2 * maxCommandsPerBatch; copy += 1) {
      station.outbox.record(printed(copy))
    }
  })
  station.worker.wake()
  await drained(station)
  expect(sent.filter(({ holdsNew }) => holdsNew).length).toBeGreaterThan(1)
  expect(sent).not.toContainEqual({ holdsNew: true, wasUnforced: true })
  expect(sent).toContainEqual({ holdsNew: false, wasUnforced: true })
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
