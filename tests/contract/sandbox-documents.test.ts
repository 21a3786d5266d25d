import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  command,
  enrolStation,
  fetchAgain,
  type LinkstarStation,
} from '#tests/support/linkstar-station.ts'
import { type SandboxServer, startSandboxServer } from '#tests/support/sandbox-server.ts'
import { tellingStation } from '#tests/support/telling-station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const megabyte = 1024 * 1024

const begin = async () => {
  const server = await startSandboxServer()
  return { server, station: await enrolStation(server) }
}
const put = (
  { url }: SandboxServer,
  { token }: LinkstarStation,
  body: Uint8Array<ArrayBuffer>,
  { hash = sha256(body), type = 'application/pdf', ...headers }: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/v1/documents/${hash}`, {
    method: 'PUT',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': type, ...headers },
  })
const read = ({ url }: SandboxServer, { token }: LinkstarStation, hash: string) =>
  fetchAgain(`${url}/v1/documents/${hash}`, { headers: { authorization: `Bearer ${token}` } })

describe('a document', () => {
  it('is stored once and read back byte for byte, after a restart too', async () => {
    const { server, station } = await begin()
    const body = new Uint8Array(randomBytes(3 * megabyte))
    expect((await put(server, station, body)).status).toBe(201)
    expect((await put(server, station, body)).status).toBe(200)
    await server.stop()
    await server.start()
    const answer = await read(server, station, sha256(body))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256(body))
  })

  it('is refused when its bytes are not those of its hash, or its kind is not allowed', async () => {
    const { server, station } = await begin()
    const body = new Uint8Array([1, 2, 3])
    const other = await put(server, station, body, { hash: sha256(new Uint8Array(3)) })
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ error: { code: 'document-differs' } })
    const html = await put(server, station, body, { type: 'text/html' })
    expect(html.status).toBe(415)
    expect(await html.json()).toMatchObject({ error: { code: 'media-type-refused' } })
    expect((await put(server, station, body, { hash: '..%2Fetc' })).status).toBe(400)
  })

  it('is refused when it is too large, as it comes or once inflated', async () => {
    const { server, station } = await begin()
    const large = new Uint8Array(11 * megabyte)
    expect((await put(server, station, large)).status).toBe(413)
    const packed = new Uint8Array(gzipSync(large))
    expect(packed.length).toBeLessThan(megabyte)
    const gzip = { 'content-encoding': 'gzip' }
    expect((await put(server, station, packed, { hash: sha256(large), ...gzip })).status).toBe(413)
  })

  it('needs a token, and must be there', async () => {
    const { server, station } = await begin()
    expect((await fetch(`${server.url}/v1/documents/${'a'.repeat(64)}`)).status).toBe(401)
    expect((await read(server, station, 'a'.repeat(64))).status).toBe(404)
  })
})

describe('a photo of an exception', () => {
  const told = { reference_no: 'BH-1', station: 'Bench 1', kind: 'damaged', sku: 'MUG' } as const
  const photo = {
    ...told,
    noted_at: '2026-11-23T09:30:00+08:00',
    sha256: 'a'.repeat(64),
    bytes: 2_000,
    taken_at: '2026-11-23T09:30:05+08:00',
  }

  it('is told by a fact, which names its document whether it is there or not', async () => {
    const server = await startSandboxServer(
      wireOrder('BH-1', [[wireSku('MUG', '6971000000010'), 12]]),
    )
    const { flagsOf } = await tellingStation(server)
    expect(await flagsOf('exception-photo', photo)).toEqual([])
    expect(await flagsOf('exception-photo', { ...photo, reference_no: 'BH-9' })).toEqual([
      'order-unknown',
    ])
    for (const wrong of [{ sha256: 'A'.repeat(64) }, { bytes: 11 * megabyte }, { kind: 'lost' }]) {
      expect(await flagsOf('exception-photo', { ...photo, ...wrong })).toEqual(['malformed'])
    }
  })
})

describe('gzip', () => {
  const send = async (
    { url }: SandboxServer,
    { token, stationId, epoch }: LinkstarStation,
    pack: (text: string) => Uint8Array<ArrayBuffer>,
    encoding = 'gzip',
  ) => {
    const commands = [command(1, 'lease-codes', { count: 5 })]
    const answer = await fetch(`${url}/v1/commands`, {
      method: 'POST',
      body: pack(JSON.stringify({ station_id: stationId, epoch, commands })),
      headers: { authorization: `Bearer ${token}`, 'content-encoding': encoding },
    })
    return { status: answer.status, body: (await answer.json()) as unknown }
  }

  it('bodies are taken', async () => {
    const { server, station } = await begin()
    const packed = await send(server, station, (text) => new Uint8Array(gzipSync(text)))
    expect(packed).toMatchObject({ status: 200, body: { results: [{ status: 'applied' }] } })
  })

  it('bombs, broken bodies and other encodings are refused', async () => {
    const { server, station } = await begin()
    const bomb = () => new Uint8Array(gzipSync(Buffer.alloc(200 * megabyte, ' ')))
    expect(await send(server, station, bomb)).toMatchObject({
      status: 413,
      body: { error: { code: 'body-too-large' } },
    })
    const torn = (text: string) => new Uint8Array(gzipSync(text).subarray(0, 30))
    expect(await send(server, station, torn)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid-input' } },
    })
    expect(await send(server, station, () => new Uint8Array(9), 'br')).toMatchObject({
      status: 415,
      body: { error: { details: { allowed: ['identity', 'gzip'] } } },
    })
  })
})
