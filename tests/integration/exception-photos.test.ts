import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mostPhotos } from '#shared/domain/goods-exception.ts'
import { startChaosProxy } from '#tests/support/chaos-proxy.ts'
import { apiError, type Fault, startFaultServer } from '#tests/support/fault-server.ts'
import { jpeg } from '#tests/support/jpeg.ts'
import { enrolStation } from '#tests/support/linkstar-station.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  startOnOneOrder,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const folderIn = (home: string): string => join(home, 'documents/exception-photos')

interface TestCommand {
  readonly type: string
  readonly payload: object
}

/** The answer to a scan of the command: which exception the picture is open for, or why it is not. */
const asked = async (station: TestStation) => {
  await station.scan('LS!PHOTO')
  const { feedback } = await bench(station)
  if (feedback?.outcome !== 'photo-open') return feedback?.facts['error'] ?? feedback?.outcome
  return Number(feedback.facts['exception'])
}

const keep = async (station: TestStation, photo: Uint8Array<ArrayBuffer>): Promise<void> => {
  const exception = Number(await asked(station))
  await station.ask('bench.keepPhoto', { exception, jpeg: photo })
}

const photosIn = async (station: TestStation): Promise<readonly (readonly string[])[]> =>
  (await station.ask('orders.report', 'BH-1')).exceptions.map(({ photos }) => photos)

/** The bytes that the server has under this hash. */
const atServer = async (
  server: { readonly url: string; readonly pairingCode: string },
  hash: string,
): Promise<Uint8Array | null> => {
  const { token } = await enrolStation(server)
  const answer = await fetch(`${server.url}/v1/documents/${hash}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (answer.status !== 200) return null
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  return new Uint8Array(await answer.arrayBuffer())
}

/** BH-1 is open at a station whose line to the server a test can break. */
const startOnALine = async () => {
  const server = await startServer([mugsAndCups()])
  const line = await startChaosProxy()
  onTestFinished(() => line.close())
  const { pairingCode } = server
  const port = Number(new URL(server.url).port)
  line.connectTo(port)
  const home = tempFolder()
  const at = { url: line.url, pairingCode }
  const station = startStation({ server: at, home })
  await until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })
  await uploaded(station)
  await station.ask('bench.open', 'BH-1')
  return { server, line, port, at, home, station }
}

test('拍照: a photo of the exception that was noted last is kept once, shown in the report and at the server', async () => {
  const { station, server, home } = await startOnOneOrder()
  await station.scan('LS!DAMAGED', mugCode)
  expect(await asked(station)).toBe(1)
  await station.ask('bench.keepPhoto', { exception: 1, jpeg: jpeg(1) })
  expect((await bench(station)).feedback).toMatchObject({
    outcome: 'photo-kept',
    sku: 'MUG',
    units: 1,
    facts: { kind: 'damaged', photo: `/photo/${sha256(jpeg(1))}` },
  })
  // The same bytes once more are the same photo; others are another.
  await station.ask('bench.keepPhoto', { exception: 1, jpeg: jpeg(1) })
  expect((await bench(station)).feedback).toMatchObject({ outcome: 'photo-kept', units: 1 })
  await keep(station, jpeg(2))
  expect((await bench(station)).feedback).toMatchObject({ outcome: 'photo-kept', units: 2 })

  // The next exception has photos of its own, be it of the same picture.
  await station.scan('LS!EXTRA', cupCode)
  await keep(station, jpeg(1))
  const [one, two] = [jpeg(1), jpeg(2)].map((photo) => `/photo/${sha256(photo)}`)
  expect(await photosIn(station)).toEqual([[one, two], [one]])
  expect(await station.photo(sha256(jpeg(2)))).toMatchObject({ type: 'image/jpeg' })
  expect(await station.photo(sha256(jpeg(9)))).toBeNull()
  expect(readdirSync(folderIn(home))).toHaveLength(2)

  await uploaded(station)
  for (const photo of [jpeg(1), jpeg(2)])
    expect(await atServer(server, sha256(photo))).toEqual(photo)
  expect(await station.ask('sync.health', undefined)).toMatchObject({
    pendingByType: [],
    refusals: [],
    flagged: [],
  })
})

test('what cannot be photographed is refused with the reason, and a scan meanwhile keeps its answer', async () => {
  const { station, home } = await startOnOneOrder()
  expect(await asked(station)).toBe('no-exception-noted')
  await station.scan('LS!RETURN', mugCode, mugCode, 'LS!RETURN', mugCode)
  expect((await bench(station)).feedback?.outcome).toBe('put-back')
  const exception = Number(await asked(station))
  await station.scan(cupCode)
  await station.ask('bench.keepPhoto', { exception, jpeg: jpeg(1) })
  expect(await bench(station)).toMatchObject({ packed: 1, feedback: { outcome: 'accepted' } })
  expect(await photosIn(station)).toMatchObject([[expect.any(String)]])

  const html = new TextEncoder().encode('<svg onload="x()">')
  for (const [input, code] of [
    [{ exception, jpeg: html }, 'photo-unreadable'],
    [{ exception: exception + 1, jpeg: jpeg(1) }, 'no-exception-noted'],
  ] as const) {
    await expect(station.ask('bench.keepPhoto', input)).rejects.toMatchObject({ code })
  }
  for (let shade = 2; shade <= mostPhotos; shade += 1) await keep(station, jpeg(shade))
  expect(await asked(station)).toBe('photos-full')
  await expect(station.ask('bench.keepPhoto', { exception, jpeg: jpeg(99) })).rejects.toMatchObject(
    { code: 'photos-full' },
  )
  expect(readdirSync(folderIn(home))).toHaveLength(mostPhotos)

  // Wrong goods come first, and with the order opened anew nothing has been noted.
  await station.scan('6925000000999')
  expect(await asked(station)).toBe('unknown-code')
  await station.scan('LS!ACK', 'LS!UNDO')
  await station.ask('bench.leave', undefined)
  expect(await asked(station)).toBe('no-order')
  await station.ask('bench.open', 'BH-1')
  expect(await asked(station)).toBe('no-exception-noted')
})

test('what was noted last is photographed after a restart too, and of an order opened anew nothing', async () => {
  const { station, server, home } = await startOnOneOrder()
  await station.scan('LS!DAMAGED', mugCode)
  const exception = await asked(station)
  await station.close()

  const again = startStation({ server, home })
  await again.scan(cupCode)
  expect(await asked(again)).toBe(exception)
  await keep(again, jpeg(1))
  expect(await photosIn(again)).toEqual([[`/photo/${sha256(jpeg(1))}`]])
  await again.scan('LS!UNDO')
  await again.ask('bench.leave', undefined)
  await again.ask('bench.open', 'BH-1')
  await again.close()
  expect(await asked(startStation({ server, home }))).toBe('no-exception-noted')
})

test('a photo that cannot be written is told, and the exception stands without it', async () => {
  const { station, home } = await startOnOneOrder()
  writeFileSync(join(home, 'documents'), 'in its way')
  await station.scan('LS!DAMAGED', mugCode)
  const exception = Number(await asked(station))
  await expect(station.ask('bench.keepPhoto', { exception, jpeg: jpeg(1) })).rejects.toMatchObject({
    code: 'photo-unkept',
  })
  expect((await bench(station)).feedback).toMatchObject({ outcome: 'photo-open', units: 0 })
  expect(await photosIn(station)).toEqual([[]])
  await station.scan(cupCode)
  expect((await bench(station)).feedback?.outcome).toBe('accepted')
})

test('photos wait for the line, over a restart too, and are counted until the server has them', async () => {
  const { server, line, port, at, home, station } = await startOnALine()
  line.connectTo(null)
  await until(() => expect(station.latest('sync')?.state).toBe('offline'))
  const before = (await station.ask('sync.health', undefined)).sync.pending
  await station.scan('LS!DAMAGED', mugCode)
  await keep(station, jpeg(1))
  const health = await station.ask('sync.health', undefined)
  expect(health.sync.pending).toBe(before + 3)
  expect(health.pendingByType).toContainEqual({ type: 'photo-upload', count: 1 })
  await station.close()

  const again = startStation({ home, server: at })
  line.connectTo(port)
  await uploaded(again)
  expect(await atServer(server, sha256(jpeg(1)))).toEqual(jpeg(1))
  expect(await photosIn(again)).toEqual([[`/photo/${sha256(jpeg(1))}`]])
})

test('an answer that is lost sends the photo once more, and it is there once', async () => {
  const { server, line, station } = await startOnALine()
  line.cutAnswers('PUT /v1/documents', 2)
  await station.scan('LS!DAMAGED', mugCode)
  await keep(station, jpeg(1))
  await until(() => expect(line.cuts).toBe(2))
  await uploaded(station)
  expect(await atServer(server, sha256(jpeg(1)))).toEqual(jpeg(1))
})

/** BH-1 is open at a station whose server a test can let lie. */
const startBehind = async (fault: Fault) => {
  const server = await startServer([mugsAndCups()])
  const between = await startFaultServer(server.url)
  between.set(fault)
  const home = tempFolder()
  const at = { url: between.url, pairingCode: server.pairingCode }
  const station = startStation({ home, server: at })
  await until(async () => expect(await station.ask('orders.list', undefined)).toHaveLength(1))
  await uploaded(station)
  await station.ask('bench.open', 'BH-1')
  return { between, home, at, station }
}

const isUpload = ({ route }: { readonly route: string }): boolean =>
  route.startsWith('PUT /v1/documents')

test('a photo that takes long to go up holds up neither facts nor scans', async () => {
  const line = Promise.withResolvers<void>()
  const { station, between } = await startBehind(async (request, ask) => {
    if (!isUpload(request)) return ask()
    await line.promise
    return { status: 201, body: JSON.stringify({ hash: request.route.slice(-64) }) }
  })
  await station.scan('LS!DAMAGED', mugCode)
  await keep(station, jpeg(1))
  await until(() => expect(between.asked.some((route) => isUpload({ route }))).toBe(true))
  await station.scan('LS!EXTRA', cupCode, mugCode)
  expect((await bench(station)).feedback?.outcome).toBe('accepted')
  await until(async () => {
    const { pendingByType } = await station.ask('sync.health', undefined)
    expect(pendingByType).toEqual([{ type: 'photo-upload', count: 1 }])
  })
  line.resolve()
  await uploaded(station)
})

test('a photo that the server will never take stops alone and is told, and so is one whose file is gone', async () => {
  const told: string[] = []
  let isTaken = false
  const { station, between, home, at } = await startBehind((request, ask) => {
    const { route, body } = request
    if (route === 'POST /v1/commands') told.push(body)
    if (!isUpload(request)) return ask()
    return isTaken
      ? { status: 201, body: JSON.stringify({ hash: route.slice(-64) }) }
      : apiError(422, 'document-differs')
  })
  await station.scan('LS!WRONG', '6925000000999')
  await keep(station, jpeg(1))
  await uploaded(station)
  const refusals = async () => (await station.ask('sync.health', undefined)).refusals
  const refused = { type: 'photo-upload', orderNo: 'BH-1', code: 'document-differs' }
  expect(await refusals()).toMatchObject([refused])
  expect(station.latest('sync')).toMatchObject({
    state: 'online',
    problem: { code: 'server-refused', details: { reason: 'document-differs' } },
  })
  const fact = told
    .flatMap((body) => (JSON.parse(body) as { commands: TestCommand[] }).commands)
    .find(({ type }) => type === 'exception-photo')
  const [exception] = (await station.ask('orders.report', 'BH-1')).exceptions
  expect(fact?.payload).toMatchObject({
    reference_no: 'BH-1',
    kind: 'wrong-item',
    scanned: '6925000000999',
    noted_at: exception?.at,
    sha256: sha256(jpeg(1)),
    bytes: jpeg(1).length,
  })
  expect(fact?.payload).not.toHaveProperty('sku')

  isTaken = true
  await keep(station, jpeg(2))
  await uploaded(station)
  expect(await refusals()).toHaveLength(1)
  between.set((request, ask) => (isUpload(request) ? apiError(503, 'unavailable') : ask()))
  await keep(station, jpeg(3))
  await keep(station, jpeg(4))
  await until(() => expect(station.latest('sync')?.problem?.code).toBe('server-busy'))
  // Packing goes on, and so do facts.
  await station.scan(mugCode)
  expect((await bench(station)).feedback?.outcome).toBe('accepted')
  await until(() => expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 2 }))
  await station.close()
  rmSync(join(folderIn(home), `${sha256(jpeg(3))}.jpeg`))
  writeFileSync(join(folderIn(home), `${sha256(jpeg(4))}.jpeg`), jpeg(5))

  const again = startStation({ home, server: at })
  await uploaded(again)
  expect((await again.ask('sync.health', undefined)).refusals.map(({ code }) => code)).toEqual([
    'photo-lost',
    'photo-lost',
    'document-differs',
  ])
  expect(await again.photo(sha256(jpeg(4)))).toBeNull()
})
