import { describe, expect, it, vi } from 'vitest'
import type { PrintingState } from '#shared/contract/printing-views.ts'
import { standInStation } from '#tests/support/station-client.ts'
import { createPrintQueueStore, followPrintQueue } from './store.ts'
import { isNewlyStopped } from './use-hold-sounds.ts'

const printing = (cause: 'packer' | 'trouble' | null): PrintingState => ({
  printers: [
    {
      id: 'p1',
      name: 'P1',
      hold: cause === null ? null : { cause, reason: null, problem: null, since: '2026-11-23' },
      trouble: null,
    },
  ],
  waiting: 3,
  uncertain: 0,
})

const connected = () => {
  const station = standInStation({
    'printing.queue': () => ({ ok: true, value: { printers: [], jobs: [] } }),
  })
  const store = createPrintQueueStore(station.client)
  followPrintQueue(station.client, store)
  return { station, store }
}

describe('the print queue store', () => {
  it('reads the labels only while somebody looks, and again with every change', async () => {
    const { station, store } = connected()
    station.emit('printing', printing(null))
    expect(station.asked).toEqual([])
    expect(store.getState().printing?.waiting).toBe(3)
    const stop = store.getState().watch()
    await vi.waitUntil(() => store.getState().queue !== null)
    station.emit('printing', printing(null))
    await vi.waitUntil(() => station.asked.length === 2)
    stop()
    station.emit('printing', printing(null))
    expect(station.asked).toHaveLength(2)
  })
})

describe('a printer that is stopped', () => {
  it('is told once, by trouble only, and not when it stood so before', () => {
    expect(isNewlyStopped(printing(null), printing('trouble'))).toBe(true)
    expect(isNewlyStopped(printing('packer'), printing('trouble'))).toBe(true)
    expect(isNewlyStopped(printing(null), printing('packer'))).toBe(false)
    expect(isNewlyStopped(printing('trouble'), printing('trouble'))).toBe(false)
    expect(isNewlyStopped(null, printing('trouble'))).toBe(false)
  })
})
