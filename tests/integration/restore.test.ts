import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#shared/errors.ts'
import type { KeptCredentials } from '#electron/sync/index.ts'
import { damagedStores, spoilPage } from '#tests/support/damage.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const goods = '6925000000012'
const orders = [wireOrder('BH-1', [[wireSku('LX-SPK-BK', goods), 100]])]

const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })

const online = (station: TestStation): Promise<void> =>
  until(async () => {
    const sync = station.latest('sync')
    expect(sync).toMatchObject({ state: 'online', pending: 0 })
    expect(sync?.codesLeft).toBeGreaterThan(200)
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
  })

const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state

/** Packs a carton up to its verified mark. @returns its code */
const packOne = async (station: TestStation): Promise<string> => {
  await station.ask('bench.open', 'BH-1')
  await station.scan(goods, 'LS!DONE')
  await station.ask('training.place', 0)
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  const code = (await bench(station)).carton?.code ?? ''
  await station.scan(code, code)
  expect((await bench(station)).lastVerified?.code).toBe(code)
  return code
}

const keptCredentials = (): KeptCredentials & { epoch(): number } => {
  let kept = 'null'
  return {
    isProtected: true,
    load: () => (kept === 'null' ? null : kept),
    save: (secret) => {
      kept = secret
    },
    epoch: () => (JSON.parse(kept) as { epoch: number }).epoch,
  }
}

const faultOf = async (station: TestStation): Promise<AppError> => {
  const fault: unknown = await station
    .ask('orders.list', undefined)
    .catch((error: unknown) => error)
  if (!(fault instanceof AppError)) throw new Error('the station runs')
  return fault
}

const someBackup = 'station-1-20261123T093012345Z.db'

const sealedAt = async ({ url }: { readonly url: string }) => {
  const response = await fetch(`${url}/v1/sandbox/cartons`)
  const { cartons } = (await response.json()) as { cartons: { carton_code: string }[] }
  return cartons.map(({ carton_code }) => carton_code).toSorted()
}

describe('a damaged store', () => {
  it('stops the station until somebody takes the backup it offers, and packing goes on', async () => {
    const home = tempFolder()
    const credentials = keptCredentials()
    const server = await startServer(orders)
    const first = startStation({ home, server }, credentials)
    await online(first)
    const code = await packOne(first)
    await expect(first.ask('store.restoreBackup', someBackup)).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await first.close()
    spoilPage(join(home, 'station.db'), 1)

    const offers: string[] = []
    while (offers.length < 2) {
      const stopped = startStation({ home, server }, credentials)
      const fault = await faultOf(stopped)
      expect(fault).toMatchObject({ code: 'store-corrupt' })
      expect(Date.parse(String(fault.details['backupAt']))).toBeGreaterThan(0)
      offers.push(String(fault.details['backup']))
      await stopped.close()
    }
    const [offer = '', again] = offers
    expect(again).toBe(offer)
    expect(damagedStores(home)).toEqual([])

    const station = startStation({ home, server }, credentials)
    await expect(station.ask('store.restoreBackup', someBackup)).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await station.ask('store.restoreBackup', offer)
    await online(station)
    expect(credentials.epoch()).toBe(2)
    expect(damagedStores(home)).toEqual([expect.arrayContaining(['station.db'])])
    const fresh = await packOne(station)
    expect(fresh).not.toBe(code)
    await online(station)
    expect(await sealedAt(server)).toEqual([code, fresh].toSorted())
  }, 60_000)
})
