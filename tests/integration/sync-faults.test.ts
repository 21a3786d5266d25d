import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { After } from '#electron/sync/index.ts'
import type { CommandBatch } from '#shared/contract/linkstar-api.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { apiError, type Fault, firstTimes, startFaultServer } from '../support/fault-server.ts'
import { problemWords } from '../support/problem-words.ts'
import { type SandboxServer, startSandboxServer } from '../support/sandbox-server.ts'
import { wireOrder } from '../support/stocking-order.ts'
import { arrived, drained, readyToPack, sealed, wait } from '../support/sync-expectations.ts'
import { startSyncStation, type SyncStation } from '../support/sync-station.ts'

const order = 'SO-1' as OrderNo
const push = 'POST /v1/commands'
/** Milliseconds after which a request that nobody answers is told. */
const silence = 1_000
const html = {
  status: 200,
  body: '<html>Sign in to Wi-Fi</html>',
  headers: { 'content-type': 'text/html' },
}

const start = async () => {
  const server = await startSandboxServer(wireOrder(order))
  const front = await startFaultServer(server.url)
  const station = startSyncStation({ ...server, url: front.url })
  await readyToPack(station)
  return { server, front, station }
}
const problemOf = (station: SyncStation) => station.worker.status().problem
const offlineFor = (station: SyncStation, problem: object): Promise<void> =>
  vi.waitFor(() => {
    expect(station.worker.status()).toMatchObject({ state: 'offline', problem })
  }, wait)

describe('a server that answers wrongly', () => {
  test.each([
    [
      'a captive portal',
      html,
      { code: 'server-web-page', details: { contentType: 'text/html' } },
      '网络回的是网页，可能要先登录这个网络。照常装箱，请叫组长用浏览器看看。',
    ],
    [
      'a redirect',
      { status: 302, body: '', headers: { location: 'http://portal/' } },
      { code: 'server-web-page' },
      '网络回的是网页，可能要先登录这个网络。照常装箱，请叫组长用浏览器看看。',
    ],
    [
      'a network that wants a sign-in',
      { status: 511, body: '<html>' },
      { code: 'server-web-page' },
      '网络回的是网页，可能要先登录这个网络。照常装箱，请叫组长用浏览器看看。',
    ],
    [
      'another service',
      { status: 200, body: '{"ok":true}' },
      { code: 'server-not-linkstar' },
      '回答的不是 Linkstar 服务器。照常装箱，请叫组长检查网络和服务器地址。',
    ],
    [
      'a proxy without it',
      { status: 404, body: 'no such page' },
      { code: 'server-not-linkstar' },
      '回答的不是 Linkstar 服务器。照常装箱，请叫组长检查网络和服务器地址。',
    ],
    [
      'a failing server',
      apiError(500, 'internal'),
      { code: 'server-failing', details: { status: 500 } },
      '服务器出故障了，数据都在这台电脑里。照常装箱，会自动再试。',
    ],
    [
      'a gateway',
      { status: 502, body: '<html>' },
      { code: 'server-failing', details: { status: 502 } },
      '服务器出故障了，数据都在这台电脑里。照常装箱，会自动再试。',
    ],
    [
      'a server whose database is away',
      apiError(503, 'unavailable'),
      { code: 'server-busy', details: { status: 503 } },
      '服务器忙，要等一等。照常装箱，会自动再试。',
    ],
    [
      'too many requests',
      apiError(429, 'too-many-requests'),
      { code: 'server-busy', details: { status: 429 } },
      '服务器忙，要等一等。照常装箱，会自动再试。',
    ],
    [
      'a body that it cannot read',
      apiError(400, 'invalid-input'),
      { code: 'server-refused', details: { status: 400 } },
      '服务器退回了数据。照常装箱，并告诉组长。 服务器看不懂这些内容，程序版本可能不合',
    ],
    [
      'an ended token',
      apiError(401, 'unauthenticated'),
      { code: 'enrol-again', details: { status: 401, enrolAgain: true } },
      '服务器不认这台打包台了，数据都在。请叫组长重新输入配对码。',
    ],
    [
      'the token of another station',
      apiError(403, 'station-mismatch'),
      { code: 'enrol-again', details: { status: 403, enrolAgain: true } },
      '服务器不认这台打包台了，数据都在。请叫组长重新输入配对码。',
    ],
    [
      'an older server',
      apiError(404, 'not-found'),
      { code: 'server-refused', details: { status: 404 } },
      '服务器退回了数据。照常装箱，并告诉组长。 服务器没有这个地址，程序版本可能不合',
    ],
    [
      'a gap that is none',
      apiError(409, 'sequence-gap', { expected_seq: 1_000_000 }),
      { code: 'server-refused', details: { status: 409 } },
      '服务器退回了数据。照常装箱，并告诉组长。 服务器说中间少了记录',
    ],
    [
      'a payload at fault that nobody sent',
      apiError(422, 'payload-differs', { seq: 1_000_000 }),
      { code: 'server-refused', details: { status: 422 } },
      '服务器退回了数据。照常装箱，并告诉组长。 同一条记录前后内容不一样',
    ],
  ])(
    '%s is told in words, and everything arrives once it is over',
    async (_, answer, problem, words) => {
      const { server, front, station } = await start()
      front.set(() => answer)
      const codes = sealed(station, order, 3)
      await offlineFor(station, problem)
      expect(problemWords(problemOf(station), 'zh-CN')).toBe(words)
      expect(problemWords(problemOf(station), 'en')).toMatch(/^[\u0020-\u007e’]{40,}$/)
      expect(station.outbox.pendingCount()).toBe(3)
      front.set(null)
      await drained(station)
      expect(problemOf(station)).toBeNull()
      await arrived(server, codes)
    },
  )

  test('orders still come down while the server fails on what goes up', async () => {
    const { server, front, station } = await start()
    front.set((request, ask) => (request.route === push ? apiError(500, 'internal') : ask()))
    sealed(station, order, 1)
    server.place(wireOrder('SO-2'))
    await vi.waitFor(() => {
      const found = station.store
        .prepare()((db) => db.selectFrom('orders').select('order_no'))
        .all({})
      expect(found.map((row) => row.order_no)).toEqual(['SO-1', 'SO-2'])
    }, wait)
    expect(station.worker.status().state).toBe('offline')
  })

  test('waits as long as Retry-After says, and not at all when somebody asks', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const front = await startFaultServer(server.url)
    front.set(
      firstTimes(1, 'POST /v1/stations', {
        ...apiError(429, 'slow-down'),
        headers: { 'retry-after': '7' },
      }),
    )
    const waits: number[] = []
    const after: After = (ms) => {
      waits.push(ms)
      return () => {}
    }
    const station = startSyncStation({ ...server, url: front.url, after })
    await vi.waitFor(() => expect(waits).toEqual([silence, 7000]), wait)
    station.worker.wake()
    expect(front.asked).toEqual(['POST /v1/stations'])
    station.worker.retry()
    await readyToPack(station)
  })

  test('waits longer and longer, by chance and up to the cap', async () => {
    const server = await startSandboxServer()
    const front = await startFaultServer(server.url)
    front.set(() => apiError(500, 'internal'))
    const waits: number[] = []
    const after: After = (ms, run) => {
      if (ms === silence) return () => {}
      waits.push(ms)
      if (waits.length < 6) queueMicrotask(run)
      return () => {}
    }
    const backoff = { base: 100, cap: 1000 }
    startSyncStation({ ...server, url: front.url, after, backoff, random: () => 0.5 })
    await vi.waitFor(() => expect(waits).toEqual([50, 100, 200, 400, 500, 500]), wait)
  })
})

const serverData = (server: SandboxServer): string => join(server.dataDir, 'db')

describe('logs at odds', () => {
  test('a server restored from a backup is told again what it forgot', async () => {
    const { server, station } = await start()
    await server.stop()
    cpSync(serverData(server), `${serverData(server)}-backup`, { recursive: true })
    await server.start()
    const codes = sealed(station, order, 3)
    await drained(station)
    await server.stop()
    rmSync(serverData(server), { recursive: true })
    cpSync(`${serverData(server)}-backup`, serverData(server), { recursive: true })
    await server.start()
    codes.push(...sealed(station, order, 2))
    await drained(station)
    await arrived(server, codes)
  })

  test('a station restored from a backup is told so, loses no fact and uses no code that may be in use', async () => {
    const { server, station } = await start()
    await station.restart((folder) => {
      cpSync(join(folder, 'station.db'), join(folder, 'backup.db'))
    })
    const before = sealed(station, order, 3)
    await drained(station)
    await station.restart((folder) => {
      for (const end of ['', '-wal', '-shm'])
        rmSync(join(folder, `station.db${end}`), { force: true })
      cpSync(join(folder, 'backup.db'), join(folder, 'station.db'))
    })
    // What was packed after the backup was taken is not known here, so its codes come again.
    const doubled = [station.seal(order, 2), station.seal(order, 3)]
    expect(doubled).toEqual(before.slice(0, 2))
    await vi.waitFor(() => {
      expect(problemOf(station)).toMatchObject({ details: { reason: 'payload-differs' } })
    }, wait)
    await readyToPack(station)
    const codes = sealed(station, order, 2)
    for (const code of codes) expect(before).not.toContain(code)
    await drained(station)
    const { cartons, flags } = await server.report()
    expect(flags.map(({ code }) => code)).toEqual(expect.arrayContaining(['already-sealed']))
    expect(cartons.map(({ carton_code }) => carton_code)).toEqual([...before, ...codes].toSorted())
  })

  test('a command whose hash the server does not accept is set aside, told, and blocks nobody', async () => {
    const { server, front, station } = await start()
    const poisoned: Fault = (request, ask) => {
      if (request.route !== push) return ask()
      const { commands } = JSON.parse(request.body) as CommandBatch
      const bad = commands.find(
        ({ payload }) => payload['weight_g'] === 950 && payload['box_no'] === 2,
      )
      return bad === undefined ? ask() : apiError(422, 'hash-wrong', { seq: bad.seq })
    }
    front.set(poisoned)
    const [first, second, third] = sealed(station, order, 3)
    await drained(station)
    expect(problemOf(station)).toMatchObject({
      code: 'server-refused',
      details: { reason: 'hash-wrong', type: 'carton-sealed', cartonCode: second },
    })
    const fourth = sealed(station, order, 1)
    await drained(station)
    await arrived(server, [first ?? '', third ?? '', ...fourth])
    await station.restart()
    expect(problemOf(station)).toMatchObject({ details: { cartonCode: second } })
  })

  test('a batch that is too large is halved until it fits', async () => {
    const { server, front, station } = await start()
    front.set((request, ask) => {
      if (request.route !== push) return ask()
      const { commands } = JSON.parse(request.body) as CommandBatch
      return commands.length > 2 ? apiError(413, 'body-too-large') : ask()
    })
    const codes = sealed(station, order, 7)
    await drained(station)
    await arrived(server, codes)
  })

  test('a command that is too large even alone is set aside and told in words', async () => {
    const { server, front, station } = await start()
    front.set((request, ask) =>
      request.route === push && request.body.includes('"box_no":2')
        ? apiError(413, 'body-too-large')
        : ask(),
    )
    const [first, second, third] = sealed(station, order, 3)
    await drained(station)
    await arrived(server, [first ?? '', third ?? ''])
    expect(problemOf(station)).toMatchObject({ details: { cartonCode: second } })
    expect(problemWords(problemOf(station), 'zh-CN')).toBe(
      '服务器退回了数据。照常装箱，并告诉组长。 内容太大，服务器不收',
    )
  })

  test('a gap that the server invents is no endless loop', async () => {
    const { front, station } = await start()
    front.set((request, ask) =>
      request.route === push ? apiError(409, 'sequence-gap', { expected_seq: 1 }) : ask(),
    )
    sealed(station, order, 1)
    await offlineFor(station, { details: { reason: 'sequence-gap' } })
  })
})

describe('the token ends', () => {
  /** Another copy of the station's disk enrols: the server now knows only that one. */
  const enrolElsewhere = async (server: SandboxServer, station: SyncStation): Promise<void> => {
    const known = station.store
      .prepare()((db) => db.selectFrom('station').select('station_id'))
      .get({})
    const body = { pairing_code: server.pairingCode, name: 'copy', station_id: known?.station_id }
    const answer = await fetch(`${server.url}/v1/stations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(201)
  }
  const ended = { code: 'enrol-again', details: { enrolAgain: true } }

  test('the station says so, waits for somebody, and then brings all it has under a new epoch', async () => {
    const { server, station } = await start()
    await enrolElsewhere(server, station)
    const codes = sealed(station, order, 3)
    await offlineFor(station, ended)
    station.worker.retry()
    await readyToPack(station)
    const later = station.seal(order)
    expect(codes).not.toContain(later)
    await drained(station)
    await arrived(server, [...codes, later ?? ''])
    const renewed = station.store
      .prepare()((db) => db.selectFrom('station').select('epoch'))
      .get({})
    expect(renewed?.epoch).toBe(3)
  })

  test('a new pairing code in the settings is enough', async () => {
    const { server, station } = await start()
    await enrolElsewhere(server, station)
    const codes = sealed(station, order, 1)
    await offlineFor(station, ended)
    await station.restart(() => ({ pairingCode: server.pairingCode.toLowerCase() }))
    await drained(station)
    await arrived(server, codes)
  })

  test('a wrong or missing pairing code is told', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const station = startSyncStation({ url: server.url, pairingCode: 'WRON-GONE' })
    await offlineFor(station, { code: 'pairing-code-wrong' })
    await station.restart(() => ({ pairingCode: null }))
    await offlineFor(station, { code: 'not-enrolled', details: { path: 'api.pairingCode' } })
    await station.restart(() => ({ pairingCode: server.pairingCode }))
    await readyToPack(station)
  })

  test('a pairing code that somebody types is enough', async () => {
    const server = await startSandboxServer(wireOrder(order))
    const station = startSyncStation({ url: server.url, pairingCode: null })
    await offlineFor(station, { code: 'not-enrolled' })
    station.worker.enrol('WRON-GONE')
    await offlineFor(station, { code: 'pairing-code-wrong' })
    station.worker.enrol(server.pairingCode)
    await readyToPack(station)
  })

  test('a server that never knew the station gets nothing of what was packed for another', async () => {
    const { server, front, station } = await start()
    station.seal(order)
    await drained(station)
    station.seal(order)
    const other = await startSandboxServer(wireOrder('SO-OTHER'))
    await station.restart(() => ({ url: other.url, pairingCode: other.pairingCode }))
    await offlineFor(station, { code: 'server-of-others' })
    station.worker.retry()
    await offlineFor(station, { code: 'server-of-others' })
    expect((await other.report()).cartons).toEqual([])
    await station.restart(() => ({ url: front.url, pairingCode: server.pairingCode }))
    await drained(station)
    expect((await server.report()).cartons).toHaveLength(2)
  })

  test('a station that has packed nothing yet may change its server', async () => {
    const { station } = await start()
    const other = await startSandboxServer(wireOrder(order))
    await station.restart(() => ({ url: other.url, pairingCode: other.pairingCode }))
    await readyToPack(station)
    const codes = sealed(station, order, 1)
    await drained(station)
    await arrived(other, codes)
  })
})
