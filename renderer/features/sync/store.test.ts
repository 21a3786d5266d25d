import { describe, expect, it, vi } from 'vitest'
import type { SyncHealthView } from '#shared/contract/sync-views.ts'
import { standInStation } from '#tests/support/station-client.ts'
import { createSyncHealthStore, followSyncHealth } from './store.ts'

const health = (codesLeft: number): SyncHealthView => ({
  sync: {
    state: 'online',
    since: '2026-11-24T08:00:00+08:00',
    pending: 0,
    oldestPendingAt: null,
    lastPullAt: null,
    problem: null,
    codesLeft,
  },
  serverUrl: null,
  stationId: null,
  epoch: null,
  enrolAgain: false,
  consentDue: false,
  pendingByType: [],
  refusals: [],
  flagged: [],
  codesLeft,
  numbersLow: [],
  lastPullAt: { changes: null, skus: null },
})

describe('the sync health', () => {
  it('is read once more when something changed while it was read', async () => {
    let left = 0
    const station = standInStation({
      'sync.health': () => {
        left += 1
        return { ok: true, value: health(left) }
      },
    })
    const store = createSyncHealthStore(station.client)
    store.getState().refresh()
    store.getState().refresh()
    store.getState().refresh()
    await vi.waitUntil(() => store.getState().health?.codesLeft === 2)
    expect(station.asked).toHaveLength(2)
  })

  it('is read with every change of the line while somebody looks, and not otherwise', async () => {
    const station = standInStation({ 'sync.health': () => ({ ok: true, value: health(1) }) })
    const store = createSyncHealthStore(station.client)
    followSyncHealth(station.client, store)
    station.emit('sync', health(1).sync)
    expect(station.asked).toHaveLength(0)
    const leave = store.getState().watch()
    await vi.waitUntil(() => store.getState().health !== null)
    station.emit('sync', health(1).sync)
    await vi.waitUntil(() => station.asked.length === 2)
    leave()
    station.emit('sync', health(1).sync)
    expect(station.asked).toHaveLength(2)
  })

  it('keeps what was read last when it cannot be read', async () => {
    const station = standInStation({
      'sync.health': () => ({
        ok: false,
        error: { code: 'internal', message: 'x', details: {}, retryable: true },
      }),
    })
    const store = createSyncHealthStore(station.client)
    store.setState({ health: health(7) })
    store.getState().refresh()
    await vi.waitUntil(() => store.getState().problem !== null)
    expect(store.getState().health?.codesLeft).toBe(7)
  })
})
