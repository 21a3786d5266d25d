import { describe, expect, it, vi } from 'vitest'
import type { CartonRow } from '#shared/contract/views.ts'
import { standInStation } from '#tests/support/station-client.ts'
import { createCartonsStore, followCartons } from './store.ts'

const row = (cartonNo: number): CartonRow => ({
  code: `LS000304118${cartonNo}N`,
  cartonNo,
  revision: 1,
  state: 'verified',
  units: 10,
  gross: 9_000,
  sealedAt: null,
  uploaded: true,
  markRevision: 1,
  labels: [],
  palletNo: null,
})

const connected = () => {
  const rows = new Map([
    ['A', [row(1), row(2)]],
    ['B', [row(5)]],
  ])
  const station = standInStation({
    'cartons.list': (orderNo) => ({ ok: true, value: rows.get(String(orderNo)) ?? [] }),
  })
  const store = createCartonsStore(station.client)
  followCartons(station.client, store)
  return {
    rows,
    station,
    store,
    numbers: () => store.getState().rows?.map(({ cartonNo }) => cartonNo),
  }
}

describe('the carton list', () => {
  it('shows the newest carton first and follows changes of its own order', async () => {
    const { rows, station, store, numbers } = connected()
    store.getState().show('A')
    await vi.waitUntil(() => numbers()?.join() === '2,1')
    rows.set('A', [row(1), row(2), row(3)])
    station.emit('cartons', { orderNo: 'A' })
    await vi.waitUntil(() => numbers()?.join() === '3,2,1')
    const asked = station.asked.length
    station.emit('cartons', { orderNo: 'B' })
    expect(station.asked).toHaveLength(asked)
  })

  it('never shows one order’s cartons under another', async () => {
    const { store, numbers } = connected()
    store.getState().show('A')
    store.getState().show('B')
    expect(numbers()).toBeUndefined()
    await vi.waitUntil(() => numbers() !== undefined)
    expect(numbers()).toEqual([5])
  })
})
