import { describe, expect, it, vi } from 'vitest'
import type { FeedbackView } from '#shared/contract/views.ts'
import { benchSnapshot, benchState, feedback } from '#tests/support/bench-views.ts'
import { standInStation } from '#tests/support/station-client.ts'
import { createBenchStore, followBench } from './store.ts'

const connected = async () => {
  let rev = 10
  const station = standInStation({
    'bench.snapshot': () => ({ ok: true, value: benchSnapshot({ rev }) }),
  })
  const store = createBenchStore()
  followBench(station.client, store)
  await vi.waitUntil(() => store.getState().mirror !== null)
  return {
    store,
    station,
    shownRev: () => store.getState().mirror?.state.rev,
    asked: () => station.asked.filter(({ name }) => name === 'bench.snapshot').length,
    snapshotIs: (next: number) => {
      rev = next
    },
  }
}

describe('followBench', () => {
  it('asks for the bench once and then lives on events', async () => {
    const { station, shownRev, asked } = await connected()
    station.emit('bench', benchState({ rev: 11, lines: [] }))
    station.emit('bench', benchState({ rev: 12, lines: [] }))
    expect(shownRev()).toBe(12)
    expect(asked()).toBe(1)
  })

  it('opens the picture of the camera where it is asked for, never by itself, and any other answer closes it', async () => {
    const { station, store } = await connected()
    let rev = 10
    const dialogAfter = (outcome: FeedbackView['outcome']) => {
      rev += 1
      station.emit(
        'bench',
        benchState({ rev, lines: [], feedback: feedback({ seq: 100 + rev, outcome }) }),
      )
      return store.getState().dialog
    }
    expect(dialogAfter('photo-kept')).toBeNull()
    expect(dialogAfter('photo-open')).toBe('photo')
    expect(dialogAfter('photo-kept')).toBe('photo')
    expect(dialogAfter('accepted')).toBeNull()
    expect(dialogAfter('photo-open')).toBe('photo')
    // The packer closed it while a photo was on its way.
    store.getState().openDialog(null)
    expect(dialogAfter('photo-kept')).toBeNull()
  })

  it('asks for a snapshot when an event was missed, once for the whole burst', async () => {
    const { station, shownRev, asked, snapshotIs } = await connected()
    snapshotIs(14)
    for (const rev of [13, 14, 15, 16]) station.emit('bench', benchState({ rev, lines: [] }))
    await vi.waitUntil(() => shownRev() === 16)
    expect(asked()).toBe(2)
  })

  it('loses no event that came while the snapshot was on its way', async () => {
    const station = standInStation({
      'bench.snapshot': () => ({ ok: true, value: benchSnapshot({ rev: 10 }) }),
    })
    const store = createBenchStore()
    followBench(station.client, store)
    station.emit('bench', benchState({ rev: 11, packed: 99, lines: [] }))
    await vi.waitUntil(() => store.getState().mirror?.state.rev === 11)
    expect(store.getState().mirror?.state.packed).toBe(99)
  })

  it('says why the bench cannot be read, and recovers with the next event', async () => {
    let fails = true
    const station = standInStation({
      'bench.snapshot': () =>
        fails
          ? {
              ok: false,
              error: { code: 'store-corrupt', message: '', details: {}, retryable: false },
            }
          : { ok: true, value: benchSnapshot() },
    })
    const store = createBenchStore()
    followBench(station.client, store)
    await vi.waitUntil(() => store.getState().problem?.code === 'store-corrupt')
    fails = false
    station.emit('bench', benchState({ rev: 10 }))
    await vi.waitUntil(() => store.getState().mirror !== null)
    expect(store.getState().problem).toBeNull()
  })

  it('closes an open question when an answer comes: nothing may hide a verdict', async () => {
    const { store, station } = await connected()
    store.getState().openDialog('box')
    station.emit('bench', benchState({ rev: 11, lines: [] }))
    expect(store.getState().dialog).toBe('box')
    station.emit('bench', benchState({ rev: 12, lines: [], feedback: feedback() }))
    expect(store.getState().dialog).toBeNull()
  })
})
