import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import fc from 'fast-check'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import type { CommandResult } from '#shared/contract/linkstar-api.ts'
import { createSandbox, type Sandbox } from '#electron/sandbox/index.ts'
import { command, enrolStation, post, sealedCarton } from '#tests/support/linkstar-station.ts'
import { startChaosProxy } from '#tests/support/chaos-proxy.ts'
import { tellingStation, worldOf } from '#tests/support/telling-station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { testDatabase } from '#tests/support/test-database.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const orders = ['BH-A', 'BH-B'].map((reference) =>
  wireOrder(reference, [[wireSku(`SKU-${reference}`, `69710000000${reference}`), 40]]),
)

const database = async (): Promise<string> => {
  const url = await testDatabase()
  if (url === null) throw new Error('these tests are about PostgreSQL')
  return url
}
const open = async (url: string): Promise<Sandbox> => {
  const sandbox = await createSandbox({
    dataDir: tempFolder(),
    database: url,
    port: 0,
    host: '127.0.0.1',
    clock: () => new Date(),
  })
  onTestFinished(() => sandbox.close())
  return sandbox
}
/** Two servers on one database, and two orders. */
const twoServers = async () => {
  const url = await database()
  const one = await open(url)
  const two = await open(url)
  expect(two.pairingCode).toBe(one.pairingCode)
  await placeOrders(url)
  return [one, two] as const
}
const placeOrders = async (url: string): Promise<void> => {
  const dataDir = tempFolder()
  for (const order of orders) {
    writeFileSync(`${dataDir}/${order.reference_no}.json`, JSON.stringify(order))
  }
  const seeding = { dataDir, database: url, port: 0, host: '127.0.0.1', clock: () => new Date() }
  await (await createSandbox(seeding)).close()
}

const results = ({ body }: { body: unknown }): readonly CommandResult[] =>
  (body as { results: CommandResult[] }).results

describe('servers that share a database', () => {
  it('apply a batch that reaches both at the same time once', async () => {
    const servers = await twoServers()
    const station = await enrolStation(servers[0])
    const serials = new Set<number>()
    for (let round = 0; round < 10; round += 1) {
      const commands = [1, 2, 3].map((step) =>
        command(round * 3 + step, 'lease-codes', { count: step }),
      )
      const batch = { station_id: station.stationId, epoch: 1, commands }
      const headers = { authorization: `Bearer ${station.token}` }
      const answers = await Promise.all(
        [...servers, ...servers].map(({ url }) => post(`${url}/v1/commands`, batch, headers)),
      )
      for (const answer of answers) expect(answer).toEqual(answers[0])
      for (const result of results(answers[0] ?? { body: {} })) {
        if (result.status !== 'applied' || result.value === undefined) throw new Error('refused')
        for (let n = result.value.first; n <= result.value.last; n += 1) serials.add(n)
      }
    }
    expect(serials.size).toBe(10 * 6)
  })

  it('never give two stations the same code, number or right, whichever order they lock first', async () => {
    const servers = await twoServers()
    const step = fc.record({
      order: fc.constantFrom('BH-A', 'BH-B'),
      quantity: fc.integer({ min: 1, max: 5 }),
    })
    const stations = await Promise.all(
      [0, 1, 2, 3].map((index) => enrolStation(servers[index % 2 === 0 ? 0 : 1])),
    )
    const seqs = stations.map(() => 0)
    const numbers = new Set<string>()
    const codes = new Set<number>()
    const rights = new Map<string, number>()
    let asked = 0
    let leased = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 4, maxLength: 4 }),
        async (plans) => {
          const all = await Promise.all(
            stations.map(async (station, which) => {
              // The orders come in the plan's order within one transaction: others have them the other way round.
              const next = (): number => (seqs[which] = (seqs[which] ?? 0) + 1)
              const commands = (plans[which] ?? []).flatMap(({ order, quantity }) => {
                const lines = [{ sku: `SKU-${order}`, quantity }]
                const reference_no = order
                asked += quantity
                return [
                  command(next(), 'lease-carton-numbers', { reference_no, count: quantity }),
                  command(next(), 'grant-rights', { reference_no, lines }),
                ]
              })
              // Last, because from then on this transaction holds up all others.
              commands.push(command(next(), 'lease-codes', { count: 3 }))
              leased += 3
              const answered = await station.results(...commands)
              return answered.map((result, index) => ({ result, sent: commands[index] }))
            }),
          )
          for (const { result, sent } of all.flat()) {
            if (result.status !== 'applied') throw new Error('refused')
            const order = String(sent?.payload['reference_no'])
            for (let n = result.value?.first ?? 1; n <= (result.value?.last ?? 0); n += 1) {
              if (sent?.type === 'lease-codes') codes.add(n)
              else numbers.add(`${order} ${n}`)
            }
            for (const { quantity } of result.lines ?? []) {
              rights.set(order, (rights.get(order) ?? 0) + quantity)
            }
          }
          expect(codes.size).toBe(leased)
          expect(numbers.size).toBe(asked)
          for (const granted of rights.values()) expect(granted).toBeLessThanOrEqual(40)
        },
      ),
      { numRuns: 12 },
    )
    const { lines } = (await worldOf(servers[0]).look('/rights')) as {
      lines: { reference_no: string; pool: number }[]
    }
    for (const { reference_no, pool } of lines) {
      expect(pool).toBe(40 - (rights.get(reference_no) ?? 0))
    }
  })

  it('show every reader each change, although many are made at the same time', async () => {
    const servers = await twoServers()
    const reader = await tellingStation(servers[0])
    const writers = await Promise.all(servers.map((server) => tellingStation(server)))
    const seen = new Set<string>()
    const read = async (): Promise<void> => {
      for (const change of await reader.news()) {
        if (change.kind === 'ticket') seen.add(change.ticket.subject)
      }
    }
    await Promise.all([
      ...writers.map(async (writer, who) => {
        for (let index = 0; index < 15; index += 1) {
          const about = { description: 'x', station: 'B1', at: '2026-11-23T18:00:00+08:00' }
          await writer.tell('open-ticket', { ...about, subject: `${who}-${index}` })
        }
      }),
      (async () => {
        for (let round = 0; round < 15; round += 1) await read()
      })(),
    ])
    await read()
    expect(seen.size).toBe(30)
  })

  it('let the world happen once', async () => {
    const [one, two] = await twoServers()
    const station = await tellingStation(one)
    await station.tell('open-ticket', {
      subject: '破损',
      description: 'x',
      station: 'B1',
      at: '2026-11-23T18:00:00+08:00',
    })
    await Promise.all([one, two].map((server) => worldOf(server).advance(2)))
    const news = await station.news()
    expect(news.at(-1)).toMatchObject({ ticket: { status: 'answered', replies: [{}] } })
  })
})

describe('a database that is away', () => {
  it('is told as such, and all goes on when it is back', async () => {
    const url = new URL(await database())
    const proxy = await startChaosProxy()
    onTestFinished(() => proxy.close())
    const port = Number(url.port)
    proxy.connectTo(port)
    url.port = new URL(proxy.url).port
    const sandbox = await open(url.href)
    const station = await tellingStation(sandbox)
    const serial = await station.lease(5)
    proxy.connectTo(null)
    const away = await station.send(command(2, 'carton-sealed', sealedCarton('BH-A', serial, 1)))
    expect(away).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } })
    const answer = await fetch(`${sandbox.url}/v1/sandbox/cartons`)
    expect(answer.headers.get('retry-after')).toBe('5')
    proxy.connectTo(port)
    expect(
      await station.send(command(2, 'carton-sealed', sealedCarton('BH-A', serial, 1))),
    ).toMatchObject({ status: 200 })
  })

  it('or refuses us is told at the start, without the password', async () => {
    const url = new URL(inject('postgresUrl') ?? '')
    url.password = 'not-the-password'
    const opening = open(url.href)
    await expect(opening).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining(`cannot open postgres://127.0.0.1:${url.port}`) as unknown,
    })
    await expect(opening).rejects.not.toThrow('not-the-password')
  })
})

it('the sandbox command serves a database that is named to it', async () => {
  const script = join(import.meta.dirname, '../../scripts/sandbox.ts')
  const args = ['--port', '0', '--data', tempFolder(), '--database', await database()]
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const told = new Map<string, string>()
  for await (const line of createInterface({ input: child.stdout })) {
    const [name, ...value] = line.split(': ')
    told.set(name ?? '', value.join(': '))
    if (name === 'pairing code') break
  }
  const server = { url: told.get('url') ?? '', pairingCode: told.get('pairing code') ?? '' }
  const station = await tellingStation(server)
  expect(await station.lease(3)).toBeGreaterThan(0)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
