import { describe, expect, it } from 'vitest'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  packCarton,
  startOnOneOrder,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startStation, type TestStation } from '#tests/support/station.ts'

const post = async (url: string, body: unknown = {}): Promise<void> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}
const report = (station: TestStation) => station.ask('orders.report', 'BH-1')

describe('an order after its last carton', () => {
  it('is closed with a reason for each short line, declared and accepted', async () => {
    const { server, station } = await startOnOneOrder()
    await station.scan(mugCode)
    expect((await report(station)).hinders).toEqual([
      expect.objectContaining({ kind: 'carton-unfinished', cartonNo: 1 }),
    ])
    await station.scan('LS!UNDO')
    await packCarton(station, mugCode, mugCode, cupCode)
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
    expect(await bench(station)).toMatchObject({ status: 'closed', feedback: null })
    for (const text of [mugCode, 'LS!X12', mugCode, 'LS!DONE']) await station.scan(text)
    const { feedback, recent } = await bench(station)
    expect(feedback?.facts).toMatchObject({ error: 'order-closed', status: 'closed' })
    expect(recent.slice(0, 3).map(({ outcome }) => outcome)).toEqual(Array(3).fill('refused'))

    await station.ask('orders.declare', 'BH-1')
    expect((await report(station)).status).toBe('declared')
    await uploaded(station)
    await until(async () => expect((await report(station)).declarationTaken).toBe(true))
    const rights = await fetch(`${server.url}/v1/sandbox/rights`)
    expect(JSON.stringify(await rights.json())).not.toContain('"unspent":1')
    await post(`${server.url}/v1/sandbox/clock`, { advance_s: 120 })
    await station.ask('sync.retry', undefined)
    await until(async () => expect((await report(station)).status).toBe('accepted'))
    const health = await station.ask('sync.health', undefined)
    expect(health).toMatchObject({ refusals: [], flagged: [], pendingByType: [] })
  })

  it('is closed without the server, and keeps that over a restart', async () => {
    const { server, station, home } = await startOnOneOrder()
    await server.close()
    await packCarton(station, mugCode)
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
    await again.ask('orders.declare', 'BH-1')
    expect(await report(again)).toMatchObject({ status: 'declared', declarationTaken: false })
    await again.ask('bench.leave', undefined)
    await again.ask('bench.open', 'BH-1')
    expect((await bench(again)).feedback).toMatchObject({ facts: { error: 'order-not-packable' } })
  })
})

describe('an order that changes while it is packed', () => {
  it('follows the server: what is too much hinders closing until it was taken out', async () => {
    const { server, station } = await startOnOneOrder()
    const code = await packCarton(station, mugCode, mugCode, cupCode)
    await uploaded(station)
    await post(`${server.url}/v1/sandbox/orders/BH-1/amend`, { ...mugsAndCups(1, 2), revision: 2 })
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
    await station.scan(cupCode)
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
    await packCarton(station, mugCode, cupCode, cupCode)
    await station.scan(mugCode)
    expect((await bench(station)).feedback?.outcome).toBe('line-complete')
    expect((await report(station)).hinders).toEqual([])
    await station.ask('orders.close', { orderNo: 'BH-1', short: [] })
    await uploaded(station)
  })

  it('goes on as packed after a cancellation, and the server is told', async () => {
    const { server, station } = await startOnOneOrder()
    await packCarton(station, mugCode)
    await uploaded(station)
    await post(`${server.url}/v1/sandbox/orders/BH-1/cancel`)
    await station.ask('sync.retry', undefined)
    await until(() => expect(station.latest('decisions')).toHaveLength(1))
    const [decision] = await station.ask('decisions.list', undefined)
    expect(decision?.kind).toBe('cancelled')
    await station.ask('decisions.resolve', { id: decision?.id ?? 0, choice: 'keep-packed' })
    await station.scan(cupCode)
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
