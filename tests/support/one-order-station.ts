import { expect, vi } from 'vitest'
import { startServer, startStation, type TestStation } from './station.ts'
import { tempFolder } from './temp-folder.ts'
import { type OrderText, wireOrder, wireSku } from './wire-orders.ts'

export const mugCode = '6925000000111'
export const cupCode = '6925000000128'
const mug = wireSku('MUG', mugCode)
const cup = wireSku('CUP', cupCode)

/** A busy machine takes its time; the state is what counts. */
export const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })

/** BH-1 with so many mugs and cups. */
export const mugsAndCups = (mugs = 3, cups = 2): OrderText =>
  wireOrder('BH-1', [
    [mug, mugs],
    [cup, cups],
  ])

export const bench = async (station: TestStation) =>
  (await station.ask('bench.snapshot', undefined)).state

export const uploaded = (station: TestStation): Promise<void> =>
  until(() => expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 }))

/** A station at its server, with BH-1 open on the bench and everything in hand to pack it. */
export const startOnOneOrder = async (order = mugsAndCups(), home = tempFolder()) => {
  const server = await startServer([order])
  const station = startStation({ server, home })
  await until(async () => {
    const list = await station.ask('orders.list', undefined)
    expect(list.map(({ orderNo }) => orderNo)).toEqual(['BH-1'])
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })
  await station.ask('bench.open', 'BH-1')
  return { server, station, home }
}

/** Packs these goods into one carton and scans its marks back. */
export const packCarton = async (station: TestStation, ...goods: string[]): Promise<string> => {
  await station.ask('training.place', 0)
  await station.scan(...goods, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  const code = (await bench(station)).carton?.code ?? ''
  await station.scan(code, code)
  expect((await bench(station)).lastVerified?.code).toBe(code)
  return code
}
