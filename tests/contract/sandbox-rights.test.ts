import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandResult } from '#shared/contract/linkstar-api.ts'
import { sealedCarton } from '#tests/support/linkstar-station.ts'
import { startSandboxServer } from '#tests/support/sandbox-server.ts'
import { type TellingStation, tellingStation, worldOf } from '#tests/support/telling-station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const orderNo = 'BH20261123-0047'
const ordered = 12
const order = wireOrder(orderNo, [
  [wireSku('MUG', '6971000000010'), ordered],
  [wireSku('CUP', '6971000000027'), 5],
])

const asked = (quantity: number, sku = 'MUG') => ({
  reference_no: orderNo,
  lines: [{ sku, quantity }],
})
const units = (result: CommandResult): number | null =>
  result.status === 'applied' ? (result.lines?.[0]?.quantity ?? null) : null
const grant = async (station: TellingStation, quantity: number) =>
  units(await station.tell('grant-rights', asked(quantity)))
const giveBack = async (station: TellingStation, quantity: number) =>
  units(await station.tell('return-rights', asked(quantity)))

/** A carton of mugs with a code and a number of its own. */
const cartons = async (station: TellingStation, count = 50) => {
  const serial = await station.lease(count)
  const run = await station.tell('lease-carton-numbers', { reference_no: orderNo, count })
  const boxNo = run.status === 'applied' ? (run.value?.first ?? 0) : 0
  return (index: number, quantity: number) =>
    sealedCarton(orderNo, serial + index, boxNo + index, {
      box_details: [{ sku: 'MUG', quantity }],
    })
}
const told = ({ carton_code }: { carton_code: string }, revision: number) => ({
  reference_no: orderNo,
  carton_code,
  revision,
  station: 'Bench 1',
  at: '2026-11-23T15:10:00+08:00',
  reason: '换箱',
})

interface Line {
  readonly sku: string
  readonly ordered: number
  readonly pool: number
  readonly granted: readonly { station_id: string; quantity: number }[]
  readonly spent: number
}
const mugs = async (server: { url: string }): Promise<Line> => {
  const { lines } = (await worldOf(server).look('/rights')) as { lines: readonly Line[] }
  const line = lines.find(({ sku }) => sku === 'MUG')
  if (line === undefined) throw new Error('no line')
  return line
}

describe('rights', () => {
  it('are granted as far as the pool goes, to one station or another', async () => {
    const server = await startSandboxServer(order)
    const one = await tellingStation(server)
    const two = await tellingStation(server)
    expect(await grant(one, 8)).toBe(8)
    expect(await grant(two, 8)).toBe(4)
    expect(await grant(two, 1)).toBe(0)
    expect(await giveBack(one, 3)).toBe(3)
    expect(await giveBack(one, 9)).toBe(5)
    expect(await grant(two, 100)).toBe(8)
  })

  it('are refused for a line or an order that is not there, or not open', async () => {
    const server = await startSandboxServer(order)
    const station = await tellingStation(server)
    expect(await station.tell('grant-rights', asked(1, 'VASE'))).toMatchObject({
      status: 'refused',
      code: 'sku-not-in-order',
    })
    expect(
      await station.tell('grant-rights', { ...asked(1), reference_no: 'BH-NOBODY' }),
    ).toMatchObject({ code: 'order-unknown' })
    await worldOf(server).control(`/orders/${orderNo}/cancel`)
    expect(await station.tell('grant-rights', asked(1))).toMatchObject({ code: 'order-cancelled' })
  })

  it('are spent by sealing, and come back to the station that voids or reopens', async () => {
    const server = await startSandboxServer(order)
    const station = await tellingStation(server)
    const carton = await cartons(station)
    await grant(station, 10)
    await station.tell('carton-sealed', carton(0, 4))
    await station.tell('carton-sealed', carton(1, 3))
    expect(await mugs(server)).toMatchObject({ pool: 2, spent: 7, granted: [{ quantity: 3 }] })
    await station.tell('carton-voided', told(carton(0, 4), 1))
    expect(await mugs(server)).toMatchObject({ pool: 2, spent: 3, granted: [{ quantity: 7 }] })
    await station.tell('carton-reopened', told(carton(1, 3), 2))
    expect(await mugs(server)).toMatchObject({ pool: 2, spent: 0, granted: [{ quantity: 10 }] })
    await station.tell('carton-sealed', { ...carton(1, 5), revision: 2 })
    expect(await mugs(server)).toMatchObject({ pool: 2, spent: 5, granted: [{ quantity: 5 }] })
  })

  it('that another station holds are not packed without a flag; a leave to do so is flagged too', async () => {
    const server = await startSandboxServer(order)
    const holder = await tellingStation(server)
    const station = await tellingStation(server)
    const carton = await cartons(station)
    await grant(holder, 10)
    expect(await station.flagsOf('carton-sealed', carton(0, 2))).toEqual([])
    expect(await station.flagsOf('carton-sealed', carton(1, 1))).toEqual(['rights-exceeded'])
    const rights_exception = { supervisor: '李主管', reason: '网络中断,现场确认' }
    expect(await station.flagsOf('carton-sealed', { ...carton(2, 1), rights_exception })).toEqual([
      'rights-exceeded',
      'rights-exception',
    ])
  })

  it('of an earlier epoch are granted again before the pool is touched', async () => {
    const server = await startSandboxServer(order)
    const before = await tellingStation(server)
    await grant(before, 7)
    const after = await tellingStation(server, { station_id: before.stationId })
    expect(await grant(after, 5)).toBe(5)
    expect(await mugs(server)).toMatchObject({ pool: 5, granted: [{ quantity: 7 }] })
    expect(await grant(after, 100)).toBe(7)
    expect(await grant(after, 1)).toBe(0)
  })
})

describe('a station that is declared lost', () => {
  it('loses its unspent rights to the pool; what it still tells is quarantined, once and for ever', async () => {
    const server = await startSandboxServer(order)
    const lost = await tellingStation(server)
    const other = await tellingStation(server)
    const carton = await cartons(lost)
    await grant(lost, 9)
    await lost.tell('carton-sealed', carton(0, 2))
    const report = { station_id: lost.stationId, supervisor: '李主管', reason: '电脑进水' }
    expect(await other.tell('report-station-lost', report)).toMatchObject({ status: 'applied' })
    expect(await other.tell('report-station-lost', report)).toMatchObject({ status: 'applied' })
    expect(await mugs(server)).toMatchObject({ pool: 10, spent: 2, granted: [] })
    expect(await grant(other, 10)).toBe(10)

    expect(await lost.tell('carton-sealed', carton(1, 3))).toMatchObject({ status: 'quarantined' })
    expect(await lost.tell('grant-rights', asked(1))).toMatchObject({ code: 'station-fenced' })
    expect(await lost.get('/v1/changes')).toMatchObject({
      status: 401,
      body: { error: { details: { reason: 'station-fenced' } } },
    })
    expect((await server.report()).cartons).toHaveLength(1)
    expect(await worldOf(server).look('/quarantine')).toMatchObject({
      quarantine: [{ type: 'carton-sealed', payload: { carton_code: carton(1, 3).carton_code } }],
    })

    const again = await tellingStation(server, { station_id: lost.stationId })
    expect(await again.flagsOf('carton-sealed', carton(1, 3))).toEqual(['rights-exceeded'])
  })

  it('is another one, and one that exists', async () => {
    const server = await startSandboxServer(order)
    const station = await tellingStation(server)
    const report = { supervisor: '李主管', reason: '误报' }
    expect(
      await station.tell('report-station-lost', { ...report, station_id: station.stationId }),
    ).toMatchObject({ code: 'own-station' })
    expect(
      await station.tell('report-station-lost', { ...report, station_id: 'st-nobody' }),
    ).toMatchObject({ code: 'station-unknown' })
  })
})

const byCount = (a: number, b: number): number => a - b

it('pool, unspent and spent rights are the order, whatever three stations do at the same time', async () => {
  const step = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    what: fc.constantFrom('grant', 'return', 'seal', 'void'),
    quantity: fc.integer({ min: 1, max: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
      const server = await startSandboxServer(order)
      const holding = [0, 0, 0]
      let packed = 0
      await Promise.all(
        holding.map(async (_, who) => {
          const station = await tellingStation(server)
          const carton = await cartons(station)
          const sealed: ReturnType<typeof carton>[] = []
          let made = 0
          const add = (count: number): void => {
            holding[who] = (holding[who] ?? 0) + count
          }
          for (const { what, quantity } of steps.filter((one) => one.who === who)) {
            if (what === 'grant') add((await grant(station, quantity)) ?? 0)
            if (what === 'return') add(-((await giveBack(station, quantity)) ?? 0))
            const own = Math.min(quantity, holding[who] ?? 0)
            if (what === 'seal' && own > 0) {
              const next = carton(made, own)
              made += 1
              expect(await station.flagsOf('carton-sealed', next)).toEqual([])
              sealed.push(next)
              add(-own)
              packed += own
            }
            const last = what === 'void' ? sealed.pop() : undefined
            if (last !== undefined) {
              expect(await station.flagsOf('carton-voided', told(last, 1))).toEqual([])
              const contents = last.box_details[0]?.quantity ?? 0
              add(contents)
              packed -= contents
            }
          }
        }),
      )
      const line = await mugs(server)
      const unspent = line.granted.map(({ quantity }) => quantity)
      expect(unspent.toSorted(byCount)).toEqual(
        holding.filter((count) => count > 0).toSorted(byCount),
      )
      expect(line.spent).toBe(packed)
      expect(line.pool).toBeGreaterThanOrEqual(0)
      const total = unspent.reduce((sum, count) => sum + count, 0)
      expect(line.pool + total + line.spent).toBe(ordered)
      await server.stop()
    }),
    { numRuns: 8 },
  )
}, 60_000)
