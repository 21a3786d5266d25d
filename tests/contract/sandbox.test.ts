import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { command, enrolStation, get, post } from '#tests/support/linkstar-station.ts'
import { startSandboxServer } from '#tests/support/sandbox-server.ts'

const failure = (code: string, details: unknown = expect.anything()) => ({
  error: { code, message: expect.any(String) as unknown, details },
})

describe('enrolment', () => {
  it('gives a station its id, its token and epoch 1', async () => {
    const server = await startSandboxServer()
    const enrolment = { pairing_code: server.pairingCode, name: '一号台' }
    expect(await post(`${server.url}/v1/stations`, enrolment)).toEqual({
      status: 201,
      body: {
        station_id: expect.stringMatching(/^st-/) as unknown,
        token: expect.stringMatching(/^[\w-]{43}$/) as unknown,
        epoch: 1,
      },
    })
  })

  it('takes the pairing code as people type it', async () => {
    const server = await startSandboxServer()
    const typed = ` ${server.pairingCode.toLowerCase().replace('-', ' ')} `
    expect(await enrolStation({ ...server, pairingCode: typed })).toMatchObject({ epoch: 1 })
  })

  it('refuses a wrong pairing code', async () => {
    const server = await startSandboxServer()
    const enrolment = { pairing_code: 'AAAA-AAAA', name: 'Bench 1' }
    expect(await post(`${server.url}/v1/stations`, enrolment)).toEqual({
      status: 403,
      body: failure('pairing-code-wrong'),
    })
  })

  it('gives a station that comes again the next epoch, and ends its old token', async () => {
    const server = await startSandboxServer()
    const before = await enrolStation(server)
    await before.results(command(1, 'lease-codes', { count: 5 }))
    const after = await enrolStation(server, { station_id: before.stationId })
    expect(after).toMatchObject({ stationId: before.stationId, epoch: 2 })
    expect(await before.get('/v1/changes')).toEqual({
      status: 401,
      body: failure('unauthenticated'),
    })
    expect(await after.results(command(1, 'lease-codes', { count: 5 }))).toMatchObject([
      { status: 'applied' },
    ])
  })

  it('knows no station that was never enrolled', async () => {
    const server = await startSandboxServer()
    const enrolment = { pairing_code: server.pairingCode, name: 'x', station_id: 'st-nobody' }
    expect(await post(`${server.url}/v1/stations`, enrolment)).toMatchObject({ status: 404 })
  })
})

describe('requests that are not right', () => {
  it.each(['/v1/changes', '/v1/skus', '/v1/nothing'])('%s needs a token', async (path) => {
    const { url } = await startSandboxServer()
    expect(await get(url + path)).toEqual({ status: 401, body: failure('unauthenticated') })
    expect(await get(url + path, 'made-up')).toMatchObject({ status: 401 })
  })

  it('commands need a token', async () => {
    const { url } = await startSandboxServer()
    expect(await post(`${url}/v1/commands`, {})).toMatchObject({ status: 401 })
  })

  it.each([
    ['no JSON', '{'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x7b])],
    ['too deep', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a list', '[]'],
  ])('a body that is %s is refused', async (_, body) => {
    const { url } = await startSandboxServer()
    const response = await fetch(`${url}/v1/stations`, {
      method: 'POST',
      body: typeof body === 'string' ? body.slice(0, 16_000) : new Uint8Array(body),
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual(failure('invalid-input'))
  })

  it('each wrong field is named', async () => {
    const { url } = await startSandboxServer()
    expect(await post(`${url}/v1/stations`, { pairing_code: 7 })).toEqual({
      status: 400,
      body: failure('invalid-input', {
        issues: [
          { path: 'pairing_code', message: expect.stringMatching(/string/) as unknown },
          { path: 'name', message: 'is missing' },
        ],
      }),
    })
  })

  it('a batch of another station is refused', async () => {
    const server = await startSandboxServer()
    const one = await enrolStation(server)
    const two = await enrolStation(server)
    const batch = {
      station_id: one.stationId,
      epoch: 1,
      commands: [command(1, 'lease-codes', { count: 1 })],
    }
    const headers = { authorization: `Bearer ${two.token}` }
    expect(await post(`${server.url}/v1/commands`, batch, headers)).toEqual({
      status: 403,
      body: failure('station-mismatch'),
    })
  })

  it('a body that is too large is refused, with and without its length told', async () => {
    const server = await startSandboxServer()
    const station = await enrolStation(server)
    const large = 'x'.repeat(5 * 1024 * 1024)
    const headers = { authorization: `Bearer ${station.token}` }
    expect(await post(`${server.url}/v1/commands`, large, headers)).toEqual({
      status: 413,
      body: failure('body-too-large'),
    })
    expect(await post(`${server.url}/v1/stations`, large)).toMatchObject({ status: 413 })
    const stream = new Blob([large]).stream()
    const chunked = await fetch(`${server.url}/v1/stations`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(chunked.status).toBe(413)
    expect(await chunked.json()).toEqual(failure('body-too-large'))
  })

  it('a batch holds at most 100 commands, one after the other', async () => {
    const station = await enrolStation(await startSandboxServer())
    const many = Array.from({ length: 101 }, (_, index) =>
      command(index + 1, 'lease-codes', { count: 1 }),
    )
    expect(await station.send(...many)).toMatchObject({ status: 400 })
    expect(
      await station.send(
        command(1, 'lease-codes', { count: 1 }),
        command(3, 'lease-codes', { count: 1 }),
      ),
    ).toEqual({
      status: 400,
      body: failure('invalid-input', {
        issues: [
          { path: 'commands[1].seq', message: expect.stringContaining('must be 2') as unknown },
        ],
      }),
    })
  })
})

describe('OpenAPI', () => {
  it('is served, and every reference in it leads somewhere', async () => {
    const { url } = await startSandboxServer()
    const response = await fetch(`${url}/openapi.json`)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    const document = (await response.json()) as {
      openapi: string
      paths: Record<string, unknown>
      components: { schemas: Record<string, unknown> }
    }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual([
      '/v1/stations',
      '/v1/commands',
      '/v1/changes',
      '/v1/skus',
      '/v1/documents/{hash}',
    ])
    const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)
    const names = [...references].map(([, path]) => path?.replace('#/components/schemas/', ''))
    expect(names.length).toBeGreaterThan(10)
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(names))
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['StockingOrder', 'Sku', 'Carton', 'CartonReopenedPayload']),
    )
  })

  it('is compressed for those who can read that', async () => {
    const { url } = await startSandboxServer()
    const response = await fetch(`${url}/openapi.json`, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' })
  })
})

it('random bytes at any route never bring the server down', async () => {
  const { url } = await startSandboxServer()
  for (const path of ['/v1/stations', '/v1/commands', '/%00', '/v1/changes?cursor=%00']) {
    const response = await fetch(url + path, { method: 'POST', body: randomBytes(2000) })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(await response.json()).toHaveProperty('error.code')
  }
})
