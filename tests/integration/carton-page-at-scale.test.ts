import { expect, it, onTestFinished } from 'vitest'
import { cartonCode } from '#shared/domain/carton-code.ts'
import {
  createCartonPages,
  createCartonRecords,
  createCartonSearch,
  createCatalogue,
  createOrderBook,
  createOrderClosings,
  createOrderPallets,
} from '#electron/packing/index.ts'
import { openStore } from '#electron/store/index.ts'
import { createScanReader } from '#shared/domain/scan-code.ts'
import { benchOrderNo } from '#tests/bench/support/goods.ts'
import { storeOldWork } from '#tests/bench/support/old-work.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const cartonsStored = 10_000
const scansACarton = 20
const firstSerial = 50_000_000

/** A store that 10,000 cartons went through. */
const oldStore = async () => {
  const folder = tempFolder()
  const empty = openStore(folder)
  await empty.reports
    .insertInto('station')
    .values({ only: 1, station_id: 's1', epoch: 1 })
    .execute()
  await empty.reports
    .insertInto('orders')
    .values({
      order_no: benchOrderNo,
      revision: 1,
      status: 'packing',
      header: JSON.stringify({ orderNo: benchOrderNo }),
      due_at: null,
      pulled_at: '2026-11-01T09:30:00+08:00',
    })
    .execute()
  await empty.reports.insertInto('skus').values({ sku: 'OLD', body: '{}' }).execute()
  empty.close()
  storeOldWork(folder, cartonsStored * scansACarton)
  const store = openStore(folder)
  onTestFinished(store.close)
  return store
}

const shortest = (runs: number, work: () => unknown): number => {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return Math.min(...times)
}

it('shows a page and finds by any code among 10,000 cartons without keeping anybody waiting', async () => {
  const store = await oldStore()
  const catalogue = createCatalogue(store)
  const pages = createCartonPages({
    store,
    cartons: createCartonRecords(store),
    pallets: createOrderPallets(store),
    orders: createOrderBook(store, createOrderClosings(store)),
    catalogue,
    operatorName: () => null,
  })
  const search = createCartonSearch({ store, catalogue, readScan: createScanReader(() => null) })

  const first = cartonCode(firstSerial)
  const last = cartonCode(firstSerial + cartonsStored - 1)
  for (const code of [first, last]) {
    const { moments } = pages.page(code)
    expect(moments.filter(({ kind }) => kind === 'scan')).toHaveLength(scansACarton)
    expect(moments.filter(({ kind }) => kind === 'label')).toHaveLength(2)
    expect(shortest(3, () => pages.page(code))).toBeLessThan(100)
  }
  const more = Array.from({ length: 600 }, () => ({
    order_no: 'OLD-1',
    carton_code: last,
    source: 'wedge',
    text: 'x',
    outcome: 'locked',
    sku: null,
    at: '2026-11-01T09:31:00+08:00',
  }))
  await store.reports.insertInto('scans').values(more).execute()
  const long = pages.page(last)
  const scans = long.moments.filter(({ kind }) => kind === 'scan')
  expect(scans.length + long.scansLeftOut).toBe(scansACarton + more.length)
  expect(long.scansLeftOut).toBeGreaterThan(0)
  const { goods } = search('OLD')
  expect(goods.rows[0]).toMatchObject({ sku: 'OLD', more: true })
  expect(goods.rows[0]?.cartons).toHaveLength(8)
  expect(search(last.slice(-6)).cartons.rows.map(({ code }) => code)).toContain(last)
  for (const text of ['OLD', 'OLD-1', last.slice(-6), '77', last]) {
    expect(
      shortest(3, () => search(text)),
      text,
    ).toBeLessThan(100)
  }
})
