import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandType, WireOrder } from '#shared/contract/linkstar-api.ts'
import { commandHash } from '#electron/command-hash/index.ts'
import {
  command,
  enrolStation,
  post,
  sealedCarton,
  type LinkstarStation,
} from '#tests/support/linkstar-station.ts'
import { startSandboxServer, type SandboxServer } from '#tests/support/sandbox-server.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const orderNo = 'BH20261123-0047'
const mugs = (): WireOrder => wireOrder(orderNo, [[wireSku('MUG', '6971000000010'), 12]])

const failure = (code: string, details: unknown = expect.anything()) => ({
  error: { code, message: expect.any(String) as unknown, details },
})

interface Range {
  readonly first: number
  readonly last: number
}

const lease = async (station: LinkstarStation, seq: number, count: number): Promise<Range> => {
  const [result] = await station.results(command(seq, 'lease-codes', { count }))
  if (result?.status !== 'applied' || result.value === undefined) throw new Error('not leased')
  return result.value
}

/** A station that has leased what one carton needs: its next command is 3. */
const readyStation = async (server: SandboxServer) => {
  const station = await enrolStation(server)
  const { first: serial } = await lease(station, 1, 10)
  await station.results(command(2, 'lease-carton-numbers', { reference_no: orderNo, count: 5 }))
  return { station, serial, carton: sealedCarton(orderNo, serial, 1) }
}

describe('the command log', () => {
  it('answers a repeated command with its recorded result, for ever', async () => {
    const server = await startSandboxServer(mugs())
    const { station, carton } = await readyStation(server)
    const batch = [command(3, 'carton-sealed', carton), command(4, 'lease-codes', { count: 7 })]
    const first = await station.results(...batch)
    expect(first).toMatchObject([{ status: 'applied' }, { status: 'applied' }])
    await station.results(command(5, 'lease-codes', { count: 3 }))

    expect(await station.results(...batch)).toEqual(first)
    await server.stop()
    await server.start()
    expect(await station.results(...batch)).toEqual(first)
    expect(await station.results(command(4, 'lease-codes', { count: 7 }))).toEqual([first[1]])
    const { cartons } = await server.report()
    expect(cartons).toMatchObject([{ carton_code: carton.carton_code, sealed_facts: 1 }])
  })

  it('applies the new part of a batch that begins with old commands', async () => {
    const station = await enrolStation(await startSandboxServer())
    const commands = [1, 2, 3].map((seq) => command(seq, 'lease-codes', { count: seq }))
    const [one, two] = await station.results(...commands.slice(0, 2))
    const all = await station.results(...commands)
    expect(all.slice(0, 2)).toEqual([one, two])
    expect(all[2]).toMatchObject({ seq: 3, status: 'applied' })
  })

  it('refuses another payload under a number that is taken, and changes nothing', async () => {
    const station = await enrolStation(await startSandboxServer())
    const before = await lease(station, 1, 5)
    expect(
      await station.send(
        command(1, 'lease-codes', { count: 6 }),
        command(2, 'lease-codes', { count: 6 }),
      ),
    ).toEqual({ status: 422, body: failure('payload-differs', { seq: 1 }) })
    expect(await lease(station, 1, 5)).toEqual(before)
    expect((await lease(station, 2, 5)).first).toBe(before.last + 1)
  })

  it('refuses a hash that is not that of the payload', async () => {
    const station = await enrolStation(await startSandboxServer())
    const wrong = {
      ...command(1, 'lease-codes', { count: 5 }),
      hash: commandHash('lease-codes', {}),
    }
    expect(await station.send(wrong)).toEqual({
      status: 422,
      body: failure('hash-wrong', { seq: 1 }),
    })
  })

  it('names the number it expects when one is left out', async () => {
    const station = await enrolStation(await startSandboxServer())
    await lease(station, 1, 1)
    expect(await station.send(command(5, 'lease-codes', { count: 1 }))).toEqual({
      status: 409,
      body: failure('sequence-gap', { expected_seq: 2 }),
    })
  })

  it('names the epoch that counts', async () => {
    const server = await startSandboxServer()
    const station = await enrolStation(server)
    const batch = {
      station_id: station.stationId,
      epoch: 9,
      commands: [command(1, 'lease-codes', { count: 1 })],
    }
    const headers = { authorization: `Bearer ${station.token}` }
    expect(await post(`${server.url}/v1/commands`, batch, headers)).toEqual({
      status: 409,
      body: failure('epoch-stale', { epoch: 1 }),
    })
  })

  it('answers a poisoned command in the middle and goes on with the rest', async () => {
    const server = await startSandboxServer(mugs())
    const { station, carton } = await readyStation(server)
    const results = await station.results(
      command(3, 'carton-sealed', { ...carton, weight_g: -1, station: 'a\u0000b' }),
      command(4, 'lease-codes', { count: 1e9 }),
      command(5, 'drop-tables' as CommandType, { carton_code: ["'; --"] }),
      command(6, 'lease-carton-numbers', { reference_no: 'BH-NOBODY', count: 1 }),
      command(7, 'carton-sealed', carton),
    )
    expect(results).toMatchObject([
      {
        seq: 3,
        status: 'flagged',
        flags: [{ code: 'malformed', message: expect.stringContaining('weight_g') as unknown }],
      },
      { seq: 4, status: 'refused', code: 'malformed' },
      { seq: 5, status: 'refused', code: 'type-unknown' },
      { seq: 6, status: 'refused', code: 'order-unknown' },
      { seq: 7, status: 'applied' },
    ])
    expect(await server.report()).toMatchObject({
      cartons: [{ carton_code: carton.carton_code }],
      flags: [{ seq: 3, code: 'malformed' }],
    })
  })

  it('takes any JSON as a payload without falling over', async () => {
    const station = await enrolStation(await startSandboxServer(mugs()))
    let seq = 0
    const types: CommandType[] = [
      'carton-sealed',
      'carton-verified',
      'label-printed',
      'lease-codes',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...types),
        fc.dictionary(
          fc.string({ unit: 'grapheme', maxLength: 9 }),
          fc.jsonValue({ maxDepth: 3 }),
          {
            noNullPrototype: true,
          },
        ),
        async (type, payload) => {
          fc.pre(!Object.hasOwn(payload, '__proto__'))
          seq += 1
          const [result] = await station.results(command(seq, type, payload))
          expect(result?.status).toMatch(/flagged|refused/)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('survives two batches of one station at the same time', async () => {
    const station = await enrolStation(await startSandboxServer())
    const batch = [1, 2, 3, 4].map((seq) => command(seq, 'lease-codes', { count: 2 }))
    const answers = await Promise.all([1, 2, 3].map(() => station.results(...batch)))
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })
})

describe('leases', () => {
  it('never overlap, however stations ask', async () => {
    const server = await startSandboxServer()
    const stations = await Promise.all([enrolStation(server), enrolStation(server)])
    const seqs = [0, 0]
    const taken = new Set<number>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 1, max: 40 })), {
          maxLength: 8,
        }),
        async (asks) => {
          // Each station keeps its own order; the two run against each other.
          const perStation = await Promise.all(
            stations.map(async (station, which) => {
              const ranges: Range[] = []
              for (const [asked, count] of asks) {
                if (asked !== which) continue
                seqs[which] = (seqs[which] ?? 0) + 1
                ranges.push(await lease(station, seqs[which], count))
              }
              return ranges
            }),
          )
          const counts = asks.reduce((sum, [, count]) => sum + count, 0)
          const before = taken.size
          for (const { first, last } of perStation.flat()) {
            for (let serial = first; serial <= last; serial += 1) taken.add(serial)
          }
          expect(taken.size).toBe(before + counts)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('run through the numbers of each order from 1', async () => {
    const other = wireOrder('BH20261123-0048', [[wireSku('CUP', '6971000000027'), 5]])
    const server = await startSandboxServer(mugs(), other)
    const numbers = (seq: number, reference_no: string, count: number) =>
      command(seq, 'lease-carton-numbers', { reference_no, count })
    const one = await enrolStation(server)
    const two = await enrolStation(server)
    expect(await one.results(numbers(1, orderNo, 10), numbers(2, 'BH20261123-0048', 3))).toEqual([
      { seq: 1, status: 'applied', value: { first: 1, last: 10 } },
      { seq: 2, status: 'applied', value: { first: 1, last: 3 } },
    ])
    expect(await two.results(numbers(1, orderNo, 5))).toEqual([
      { seq: 1, status: 'applied', value: { first: 11, last: 15 } },
    ])
  })

  it('of numbers are refused for a cancelled order', async () => {
    const server = await startSandboxServer({ ...mugs(), status: 'cancelled' })
    const station = await enrolStation(server)
    const ask = command(1, 'lease-carton-numbers', { reference_no: orderNo, count: 5 })
    expect(await station.results(ask)).toMatchObject([
      { status: 'refused', code: 'order-cancelled' },
    ])
  })

  it('go on after a restart where they stopped', async () => {
    const server = await startSandboxServer()
    const station = await enrolStation(server)
    const { last } = await lease(station, 1, 100)
    await server.stop()
    await server.start()
    expect((await lease(station, 2, 100)).first).toBe(last + 1)
  })
})
