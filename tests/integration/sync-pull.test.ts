import { describe, expect, test, vi } from 'vitest'
import type { WireOrder, WireSku } from '#shared/contract/linkstar-api.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { afterTimeout, createDecisionDesk, createRights } from '#electron/sync/index.ts'
import { apiError, firstTimes, startFaultServer } from '../support/fault-server.ts'
import { startSandboxServer } from '../support/sandbox-server.ts'
import { wireOrder, wireSku } from '../support/stocking-order.ts'
import { arrived, drained, readyToPack, sealed, wait } from '../support/sync-expectations.ts'
import { startSyncStation, type SyncStation } from '../support/sync-station.ts'

const page = (changes: readonly unknown[], cursor: string, more = false) => ({
  status: 200,
  body: JSON.stringify({ changes, cursor, more }),
})
const orderChange = (order: unknown) => ({ kind: 'order', order })
const skuPage = (skus: readonly unknown[], cursor: string) => ({
  status: 200,
  body: JSON.stringify({ skus, cursor, more: false }),
})

/** A station whose feeds say what the test wants; all else is the real server. */
const start = async () => {
  const server = await startSandboxServer()
  const front = await startFaultServer(server.url)
  const feed = { changes: page([], 'c0'), skus: skuPage([], 's0') }
  front.set((request, ask) => {
    if (request.route === 'GET /v1/changes') return feed.changes
    return request.route === 'GET /v1/skus' ? feed.skus : ask()
  })
  const station = startSyncStation({ ...server, url: front.url })
  return { server, front, feed, station }
}
const lines = (station: SyncStation, orderNo: string) =>
  station.store
    .prepare<{ orderNo: string }>()((db, param) =>
      db
        .selectFrom('order_lines')
        .where('order_no', '=', param('orderNo'))
        .select(['line_no', 'sku', 'ordered', 'packed'])
        .orderBy('line_no'),
    )
    .all({ orderNo })
const refusals = (station: SyncStation) =>
  station.store
    .prepare()((db) =>
      db.selectFrom('order_refusals').select(['reference_no', 'problem']).orderBy('reference_no'),
    )
    .all({})
    .map(({ reference_no, problem }) => ({
      reference: reference_no,
      ...(JSON.parse(problem) as { code: string; details: Record<string, unknown> }),
    }))
const decisions = (station: SyncStation) =>
  createDecisionDesk({
    store: station.store,
    outbox: station.outbox,
    rights: createRights(station.store, station.outbox, () => new Date()),
    station: 'Bench 1',
    clock: () => new Date(),
    localTime: (at) => at.toISOString(),
  }).list()
const pack = (station: SyncStation, sku: string, packed: number): void => {
  station.store
    .prepare<{ sku: string; packed: number }>()((db, param) =>
      db
        .updateTable('order_lines')
        .set({ packed: param('packed') })
        .where('sku', '=', param('sku')),
    )
    .run({ sku, packed })
}
const revision = (number: number, wanted: readonly [sku: string, plan_qty: number][]): WireOrder =>
  wireOrder('SO-1', {
    revision: number,
    lines: wanted.map(([sku, plan_qty], index) => ({ line_no: index + 1, sku, plan_qty })),
    skus: wanted.map(([sku]) => wireSku(sku)),
  })

describe('orders that come down', () => {
  test('a poison order is refused by name and field, and the others arrive', async () => {
    const { feed, station } = await start()
    const bad: Omit<WireOrder, 'duty_terms'> & { duty_terms: string } = {
      ...wireOrder('SO-BAD'),
      duty_terms: 'DDX',
    }
    feed.changes = page(
      [
        orderChange(wireOrder('SO-1')),
        orderChange(bad),
        orderChange(42),
        orderChange(wireOrder('SO-2')),
      ],
      'c1',
    )
    await vi.waitFor(() => expect(lines(station, 'SO-2')).toHaveLength(2), wait)
    expect(lines(station, 'SO-1')).toHaveLength(2)
    expect(lines(station, 'SO-BAD')).toEqual([])
    expect(refusals(station)).toEqual([
      expect.objectContaining({ reference: '(no reference_no)', code: 'order-invalid' }),
      expect.objectContaining({
        reference: 'SO-BAD',
        code: 'order-invalid',
        details: expect.objectContaining({ path: 'duty_terms', fault: 'not-a-choice' }) as unknown,
      }),
    ])
    feed.changes = page([orderChange(wireOrder('SO-BAD'))], 'c2')
    await vi.waitFor(() => expect(lines(station, 'SO-BAD')).toHaveLength(2), wait)
    expect(refusals(station)).toHaveLength(1)
  })

  test('numbers are leased for every order that may be packed, before anybody opens it', async () => {
    const { server, front, station } = await start()
    front.set(null)
    server.place(wireOrder('SO-1', { status: 'draft' }))
    server.place(wireOrder('SO-2'))
    server.place(wireOrder('SO-3', { status: 'closed' }))
    await readyToPack(station)
    await vi.waitFor(() => expect(lines(station, 'SO-3')).toHaveLength(2), wait)
    await drained(station)
    const numbers = ['SO-1', 'SO-2', 'SO-3'].map((orderNo) =>
      station.store.transaction(() => station.leases.takeCartonNo(orderNo as OrderNo)),
    )
    expect(numbers).toEqual([1, 1, null])
  })

  test('a new revision keeps what was packed', async () => {
    const { feed, station } = await start()
    feed.changes = page(
      [
        orderChange(
          revision(1, [
            ['A', 10],
            ['B', 5],
          ]),
        ),
      ],
      'c1',
    )
    await vi.waitFor(() => expect(lines(station, 'SO-1')).toHaveLength(2), wait)
    pack(station, 'A', 4)
    feed.changes = page(
      [
        orderChange(
          revision(2, [
            ['C', 1],
            ['A', 4],
          ]),
        ),
      ],
      'c2',
    )
    await vi.waitFor(() => {
      expect(lines(station, 'SO-1')).toEqual([
        { line_no: 1, sku: 'C', ordered: 1, packed: 0 },
        { line_no: 2, sku: 'A', ordered: 4, packed: 4 },
      ])
    }, wait)
    expect(refusals(station)).toEqual([])
  })

  test.each<[string, [string, number][], number]>([
    ['drops a packed line', [['B', 5]], 0],
    [
      'lowers a line below packed',
      [
        ['B', 5],
        ['A', 3],
      ],
      3,
    ],
  ])('a revision that %s waits for a decision and changes nothing', async (_, changed, wanted) => {
    const { feed, station } = await start()
    const told: string[] = []
    station.worker.onOrders((orders) => told.push(...orders))
    feed.changes = page(
      [
        orderChange(
          revision(1, [
            ['A', 10],
            ['B', 5],
          ]),
        ),
      ],
      'c1',
    )
    await vi.waitFor(() => expect(lines(station, 'SO-1')).toHaveLength(2), wait)
    pack(station, 'A', 4)
    const before = lines(station, 'SO-1')
    feed.changes = page([orderChange(revision(2, changed))], 'c2')
    await vi.waitFor(() => expect(decisions(station)).toHaveLength(1), wait)
    expect(decisions(station)).toMatchObject([
      {
        orderNo: 'SO-1',
        kind: 'amended',
        revision: { here: 1, server: 2 },
        lines: [{ sku: 'A', packed: 4, orderedHere: 10, orderedServer: wanted }],
      },
    ])
    expect(lines(station, 'SO-1')).toEqual(before)
    expect(told).toContain('SO-1')
  })

  test('pages are fetched to the end, and kinds of a newer server pass by', async () => {
    const { front, station } = await start()
    front.set((request, ask) => {
      if (request.route !== 'GET /v1/changes') return ask()
      const asked = front.asked.filter((route) => route === request.route).length
      return page(
        [orderChange(wireOrder(`SO-${asked}`)), { kind: 'weather' }],
        `c${asked}`,
        asked < 4,
      )
    })
    await vi.waitFor(() => expect(lines(station, 'SO-4')).toHaveLength(2), wait)
  })

  test('what is sealed during a long pull waits for no end of it', async () => {
    const { server, front, station } = await start()
    front.set(null)
    server.place(wireOrder('SO-1'))
    await readyToPack(station)
    front.set((request, ask) =>
      request.route === 'GET /v1/changes' ? page([], `c${front.asked.length}`, true) : ask(),
    )
    const codes = sealed(station, 'SO-1' as OrderNo, 3)
    station.worker.wake()
    await vi.waitFor(() => arrived(server, codes), wait)
    const pulled = front.asked.length
    await vi.waitFor(() => expect(front.asked.length).toBeGreaterThan(pulled), wait)
  })

  test('a pull rests after each page while somebody packs, and a rest ends with the station', async () => {
    const { front, station } = await start()
    const pages = (): number => front.asked.filter((route) => route === 'GET /v1/changes').length
    const restMs = 77
    let rests = 0
    let isLong = false
    await station.restart(() => ({
      restMs,
      isPacking: () => true,
      after: (ms, run) => {
        if (ms !== restMs) return afterTimeout(ms, run)
        rests += 1
        return isLong ? () => undefined : afterTimeout(0, run)
      },
    }))
    const before = pages()
    front.set((request, ask) =>
      request.route === 'GET /v1/changes'
        ? page([orderChange(wireOrder('SO-1'))], `c${pages()}`, pages() < before + 5)
        : ask(),
    )
    await vi.waitFor(() => expect(rests).toBeGreaterThan(0), wait)
    await vi.waitFor(() => expect(pages()).toBeGreaterThan(before + 5), wait)
    expect(rests).toBe(4)
    isLong = true
    front.set((request, ask) =>
      request.route === 'GET /v1/changes' ? page([], `c${pages()}`, true) : ask(),
    )
    await vi.waitFor(() => expect(rests).toBe(5), wait)
    await station.restart()
  })

  test('a feed that promises more but stands still is told, not followed', async () => {
    const { feed, station } = await start()
    feed.changes = page([], 'c1', true)
    await vi.waitFor(() => {
      expect(station.worker.status().problem).toMatchObject({
        details: { reason: 'cursor-stands-still' },
      })
    }, wait)
  })

  test('a cursor that the server no longer knows begins anew', async () => {
    const { server, front, station } = await start()
    front.set(null)
    server.place(wireOrder('SO-1'))
    await readyToPack(station)
    pack(station, 'SKU-A', 2)
    front.set(firstTimes(1, 'GET /v1/changes', apiError(410, 'cursor-gone')))
    server.place(wireOrder('SO-2'))
    await vi.waitFor(() => expect(lines(station, 'SO-2')).toHaveLength(2), wait)
    expect(lines(station, 'SO-1')[0]).toMatchObject({ packed: 2 })
  })
})

describe('the catalogue', () => {
  const owners = (station: SyncStation, value: string) =>
    station.store
      .prepare<{ value: string }>()((db, param) =>
        db
          .selectFrom('sku_barcodes')
          .where('value', '=', param('value'))
          .select(['sku', 'units'])
          .orderBy('sku'),
      )
      .all({ value })
  const coded = (sku: string, value: string, units = 1): WireSku =>
    wireSku(sku, { barcodes: [{ value, kind: 'ean', units }] })

  test('two SKUs may share a code, and a SKU loses the codes it no longer has', async () => {
    const { feed, station } = await start()
    feed.skus = skuPage([coded('A', '690'), coded('B', '690', 12)], 's1')
    await vi.waitFor(() => {
      expect(owners(station, '690')).toEqual([
        { sku: 'A', units: 1 },
        { sku: 'B', units: 12 },
      ])
    }, wait)
    feed.skus = skuPage([coded('A', '691')], 's2')
    await vi.waitFor(() => expect(owners(station, '691')).toHaveLength(1), wait)
    expect(owners(station, '690')).toEqual([{ sku: 'B', units: 12 }])
  })

  test('a bad SKU is told and the others arrive', async () => {
    const { feed, station } = await start()
    feed.skus = skuPage([{ ...coded('A', '690'), unit_weight_g: 0 }, coded('B', '690')], 's1')
    await vi.waitFor(() => expect(owners(station, '690')).toHaveLength(1), wait)
    await vi.waitFor(() => {
      expect(station.worker.status()).toMatchObject({
        state: 'online',
        problem: { code: 'sku-invalid', details: { path: 'unit_weight_g' } },
      })
    }, wait)
    feed.skus = skuPage([coded('B', '691')], 's2')
    await vi.waitFor(() => expect(owners(station, '691')).toHaveLength(1), wait)
    expect(station.worker.status().problem).not.toBeNull()
    feed.skus = skuPage([coded('A', '692')], 's3')
    await vi.waitFor(() => expect(station.worker.status().problem).toBeNull(), wait)
  })
})

describe('leases', () => {
  test('a lease that overlaps an earlier one is not used', async () => {
    const { front, station } = await start()
    front.set(null)
    await readyToPack(station)
    const first = station.store.transaction(() => station.leases.takeCode())
    front.set(async (request, ask) => {
      const answer = await ask()
      const overlapping = answer.body.replace(/"first":\d+,"last":\d+/, () => {
        const serial = Number(first?.slice(2, 12))
        return `"first":${serial},"last":${serial + 5}`
      })
      return request.route === 'POST /v1/commands' ? { ...answer, body: overlapping } : answer
    })
    station.store.transaction(() => {
      for (let taken = 1; taken < 20; taken += 1) station.leases.takeCode()
    })
    station.worker.wake()
    await vi.waitFor(() => {
      expect(station.worker.status().problem).toMatchObject({ code: 'server-not-linkstar' })
    }, wait)
    front.set(null)
    await vi.waitFor(() => expect(station.leases.codesLeft()).toBe(40), wait)
    expect(station.worker.status().problem).toBeNull()
  })
})
