import { expect, it, vi } from 'vitest'
import type { RecountView } from '#shared/contract/recount-views.ts'
import { standInStation } from '#tests/support/station-client.ts'
import { createRecountStore, followRecount } from './store.ts'

const at = (rev: number): RecountView => ({ rev, awaitingMark: true, active: null, feedback: null })

it('follows the recount, and an old snapshot never hides what was told since', async () => {
  const station = standInStation({ 'recount.snapshot': () => ({ ok: true, value: at(3) }) })
  const store = createRecountStore()
  followRecount(station.client, store)
  station.emit('recount', at(4))
  await vi.waitUntil(() => station.asked.length === 1)
  await Promise.resolve()
  expect(store.getState().view?.rev).toBe(4)
  station.emit('recount', at(5))
  expect(store.getState().view?.rev).toBe(5)
})
