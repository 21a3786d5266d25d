import { expect, vi } from 'vitest'
import type { BenchState } from '#shared/contract/views.ts'
import type { TestStation } from './station.ts'

/** A machine that is busy takes its time; the state is what counts. */
export const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })

export const benchOf = async (station: TestStation): Promise<BenchState> =>
  (await station.ask('bench.snapshot', undefined)).state

/** Waits until these orders are here and may be packed: numbers and codes are leased. */
export const readyToPack = (
  station: TestStation,
  orders: readonly { readonly reference_no: string }[],
): Promise<void> =>
  until(async () => {
    const list = await station.ask('orders.list', undefined)
    const numbers = list.map(({ orderNo }) => orderNo)
    for (const { reference_no } of orders) expect(numbers).toContain(reference_no)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })

/** Scans the goods into a carton, has it weighed and waits for its labels; gives its code. */
export const packToScanBack = async (station: TestStation, ...goods: string[]): Promise<string> => {
  await station.scan(...goods, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await benchOf(station)).step).toBe('scan-back'))
  const { carton } = await benchOf(station)
  if (carton === null) throw new Error('no carton on the bench')
  return carton.code
}
