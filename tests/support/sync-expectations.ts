import { expect, vi } from 'vitest'
import type { OrderNo } from '#shared/domain/order.ts'
import type { SandboxServer } from './sandbox-server.ts'
import type { SyncStation } from './sync-station.ts'

export const wait = { timeout: 10_000, interval: 10 }

/** Online, nothing pending, two blocks of codes in hand. */
export const readyToPack = (station: SyncStation): Promise<void> =>
  vi.waitFor(() => {
    const { state, pending, codesLeft, lastPullAt } = station.worker.status()
    expect(lastPullAt).not.toBeNull()
    expect({ state, pending, codesLeft }).toEqual({ state: 'online', pending: 0, codesLeft: 40 })
  }, wait)
export const sealed = (station: SyncStation, order: OrderNo, count: number): string[] =>
  Array.from({ length: count }, () => station.seal(order) ?? 'nothing left')
export const drained = (station: SyncStation): Promise<void> =>
  vi.waitFor(() => {
    const { state, pending } = station.worker.status()
    expect({ state, pending }).toEqual({ state: 'online', pending: 0 })
  }, wait)
/** Every carton is there, each told once. */
export const arrived = async (server: SandboxServer, codes: readonly string[]): Promise<void> => {
  const { cartons, flags } = await server.report()
  expect(cartons.map(({ carton_code, sealed_facts }) => [carton_code, sealed_facts])).toEqual(
    codes.toSorted().map((code) => [code, 1]),
  )
  expect(flags).toEqual([])
}
