import { describe, expect, it, vi } from 'vitest'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const mug = wireSku('MUG', '6925000000111')
const cup = wireSku('CUP', '6925000000128')
const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })
const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state

const order = (mugs = 3, cups = 2) =>
  wireOrder('BH-1', [
    [mug, mugs],
    [cup, cups],
  ])

const start = async (home = tempFolder()) => {
  const server = await startServer([order()])
  const station = startStation({ server, home })
  await until(async () => {
    const list = await station.ask('orders.list', undefined)
    expect(list.map(({ orderNo }) => orderNo)).toEqual(['BH-1'])
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })
  await station.ask('bench.open', 'BH-1')
  return { server, station }
}

/** Packs these goods into one carton and scans its marks back. */
const packCarton = async (station: TestStation, ...goods: string[]): Promise<string> => {
  await station.ask('training.place', 0)
  await station.scan(...goods, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  const code = (await bench(station)).carton?.code ?? ''
  await station.scan(code, code)
  expect((await bench(station)).lastVerified?.code).toBe(code)
  return code
}
const post = async (url: string, body: unknown = {}): Promise<void> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}
const report = (station: TestStation) => station.ask('orders.report', 'BH-1')
const uploaded = (station: TestStation) =>
  until(() => expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 }))

describe('an order after its last carton', () => {
  it('is closed with a reason for each short line, declared and accepted', async () => {
    const { server, station } = await start()
    await station.scan('6925000000111')
    expect((await report(station)).hinders).toEqual([
      expect.objectContaining({ kind: 'carton-unfinished', cartonNo: 1 }),
    ])
    await station.scan('LS!UNDO')
    await packCarton(station, '6925000000111', '6925000000111', '6925000000128')
    const unexplained = [{ sku: 'MUG', reason: '缺货' }]
    await expect(
      station.ask('orders.close', { orderNo: 'BH-1', short: unexplained }),
    ).rejects.toMatchObject({ code: 'short-reason-missing', details: { sku: 'CUP' } })
    await expect(station.ask('orders.declare', 'BH-1')).rejects.toMatchObject({
      code: 'order-not-closed',
    })

    const short = [...unexplained, { sku: 'CUP', reason: '破损' }]
    await station.ask('orders.close', { orderNo: 'BH-1', short })
    expect(await report(station)).toMatchObject({
      status: 'closed',
      cartons: { verified: 1, open: 0 },
      hinders: [{ kind: 'order-status' }],
      lines: [
        { sku: 'MUG', ordered: 3, packed: 2, shortReason: '缺货' },
        { sku: 'CUP', ordered: 2, packed: 1, shortReason: '破损' },
      ],
    })
    await station.scan('6925000000111')
    expect((await bench(station)).feedback).toMatchObject({
      outcome: 'refused',
      facts: { error: 'order-closed' },
    })

    await station.ask('orders.declare', 'BH-1')
    expect((await report(station)).status).toBe('declared')
    await uploaded(station)
    const rights = await fetch(`${server.url}/v1/sandbox/rights`)
    expect(JSON.stringify(await rights.json())).not.toContain('"unspent":1')
    await post(`${server.url}/v1/sandbox/clock`, { advance_s: 120 })
    await station.ask('sync.retry', undefined)
    await until(async () => expect((await report(station)).status).toBe('accepted'))
    const health = await station.ask('sync.health', undefined)
    expect(health).toMatchObject({ refusals: [], flagged: [], pendingByType: [] })
  })

  it('is closed without the server, and keeps that over a restart', async () => {
    const home = tempFolder()
    const { server, station } = await start(home)
    await server.close()
    await packCarton(station, '6925000000111')
    await station.ask('orders.close', {
      orderNo: 'BH-1',
      short: [
        { sku: 'MUG', reason: 'x' },
        { sku: 'CUP', reason: 'x' },
      ],
    })
    await station.close()
    const again = startStation({ home, server })
    expect(await again.ask('orders.list', undefined)).toMatchObject([{ status: 'closed' }])
    await again.ask('bench.leave', undefined)
    await again.ask('bench.open', 'BH-1')
    expect((await bench(again)).feedback).toMatchObject({ facts: { error: 'order-not-packable' } })
  })
})

describe('an order that changes while it is packed', () => {
  it('follows the server: what is too much hinders closing until it was taken out', async () => {
    const { server, station } = await start()
    const code = await packCarton(station, '6925000000111', '6925000000111', '6925000000128')
    await uploaded(station)
    await post(`${server.url}/v1/sandbox/orders/BH-1/amend`, { ...order(1, 2), revision: 2 })
    await station.ask('sync.retry', undefined)
    await until(() => expect(station.latest('decisions')).toHaveLength(1))
    const [decision] = await station.ask('decisions.list', undefined)
    expect(decision).toMatchObject({
      kind: 'amended',
      lines: [
        { sku: 'MUG', packed: 2, orderedHere: 3, orderedServer: 1 },
        { sku: 'CUP', packed: 1 },
      ],
      cartons: [{ code, units: 3 }],
    })
    await station.scan('6925000000128')
    expect((await bench(station)).feedback).toMatchObject({ facts: { error: 'order-undecided' } })

    const id = decision?.id ?? 0
    await station.ask('decisions.resolve', { id, choice: 'follow-server' })
    await expect(
      station.ask('decisions.resolve', { id, choice: 'keep-packed' }),
    ).rejects.toMatchObject({ code: 'decision-unknown' })
    expect((await report(station)).hinders).toEqual([
      expect.objectContaining({ kind: 'over-packed', sku: 'MUG', units: 1 }),
    ])
    await station.ask('cartons.void', { code, reason: '备货单改了' })
    await packCarton(station, '6925000000111', '6925000000128', '6925000000128')
    await station.scan('6925000000111')
    expect((await bench(station)).feedback?.outcome).toBe('line-complete')
    expect((await report(station)).hinders).toEqual([])
    await station.ask('orders.close', { orderNo: 'BH-1', short: [] })
    await uploaded(station)
  })

  it('goes on as packed after a cancellation, and the server is told', async () => {
    const { server, station } = await start()
    await packCarton(station, '6925000000111')
    await uploaded(station)
    await post(`${server.url}/v1/sandbox/orders/BH-1/cancel`)
    await station.ask('sync.retry', undefined)
    await until(() => expect(station.latest('decisions')).toHaveLength(1))
    const [decision] = await station.ask('decisions.list', undefined)
    expect(decision?.kind).toBe('cancelled')
    await station.ask('decisions.resolve', { id: decision?.id ?? 0, choice: 'keep-packed' })
    await station.scan('6925000000128')
    expect((await bench(station)).feedback?.outcome).toBe('accepted')
    await until(async () => {
      const { flagged } = await station.ask('sync.health', undefined)
      expect(flagged).toContainEqual(
        expect.objectContaining({ type: 'order-change-declined', code: 'change-declined' }),
      )
    })
    expect(await station.ask('decisions.list', undefined)).toEqual([])
  })
})
