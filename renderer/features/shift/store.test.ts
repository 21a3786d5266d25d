import { expect, it, vi } from 'vitest'
import type { ShiftView } from '#shared/contract/shift-views.ts'
import { standInStation } from '#tests/support/station-client.ts'
import { createShiftStore, followShift } from './store.ts'

const at = (rev: number): ShiftView => ({ rev, active: null, feedback: null })

it('follows the handover, and an old snapshot never hides what was told since', async () => {
  const station = standInStation({ 'shift.snapshot': () => ({ ok: true, value: at(3) }) })
  const store = createShiftStore()
  followShift(station.client, store)
  station.emit('shift', at(4))
  await vi.waitUntil(() => station.asked.length === 1)
  await Promise.resolve()
  expect(store.getState().view?.rev).toBe(4)
})
