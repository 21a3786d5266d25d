import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { OrderNo } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import {
  createStoreCare,
  offerBackup,
  openStore,
  restoreBackup,
  type Store,
} from '#electron/store/index.ts'
import type { Printer, SendOutcome } from '#electron/printing/index.ts'
import { makeBackup } from '#electron/store/make-backup.ts'
import { boxMark } from '#tests/support/box-marks.ts'
import { damagedStores, firstPageOf, spoilPage } from '#tests/support/damage.ts'
import { startPrintingStation } from '#tests/support/printing-station.ts'
import { startSandboxServer } from '#tests/support/sandbox-server.ts'
import { wireOrder } from '#tests/support/stocking-order.ts'
import { drained, readyToPack, sealed, wait } from '#tests/support/sync-expectations.ts'
import { startSyncStation, type SyncStation } from '#tests/support/sync-station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const order = 'SO-1' as OrderNo

const backUp = async (store: Store): Promise<void> => {
  const failures: AppError[] = []
  const care = createStoreCare({
    store,
    workerUrl: new URL('../../electron/store/store-worker.ts', import.meta.url),
    every: () => () => undefined,
    failed: (error) => failures.push(error),
    backedUp: () => undefined,
  })
  store
    .prepare()((db) => db.updateTable('station').set({ only: 1 }))
    .run({})
  await care.close()
  expect(failures).toEqual([])
}

const faultOf = (folder: string): AppError => {
  try {
    openStore(folder).close()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('the store is well')
}

const epochs = (station: SyncStation): readonly number[] =>
  station.store
    .prepare()((db) => db.selectFrom('station').select('epoch'))
    .all({})
    .map(({ epoch }) => epoch)

/** Three cartons at the server; the backup holds the first and, unsent, the second. */
const atWork = async () => {
  const server = await startSandboxServer(wireOrder(order))
  const station = startSyncStation(server)
  await readyToPack(station)
  const codes = sealed(station, order, 1)
  await drained(station)
  await server.stop()
  codes.push(...sealed(station, order, 1))
  await backUp(station.store)
  await server.start()
  station.worker.retry()
  codes.push(...sealed(station, order, 1))
  await drained(station)
  return { server, station, codes }
}

/** Ends the station, damages its store and brings the backup back. */
const restored = async (
  station: SyncStation,
  damage: (file: string) => void,
): Promise<AppError> => {
  let offer = new AppError('internal', 'nothing was offered')
  await station.restart((folder) => {
    damage(join(folder, 'station.db'))
    offer = offerBackup(faultOf(folder))
    restoreBackup(join(folder, 'station.db'), String(offer.details['backup']))
    expect(damagedStores(folder)).toHaveLength(1)
  })
  return offer
}

describe('a station restored from its backup', () => {
  it('takes a new epoch, burns its codes, says its unsent facts again and pulls everything anew', async () => {
    const { server, station, codes } = await atWork()
    const offer = await restored(station, (file) => spoilPage(file, firstPageOf(file, 'skus')))
    expect(offer.details['lost']).toBeGreaterThan(0)
    await readyToPack(station)
    expect(epochs(station)).toEqual([2])
    expect(station.worker.status().problem).toBeNull()
    const fresh = sealed(station, order, 3)
    for (const code of fresh) expect(codes).not.toContain(code)
    await drained(station)
    const { cartons, flags } = await server.report()
    expect(cartons.map(({ carton_code }) => carton_code)).toEqual([...codes, ...fresh].toSorted())
    // The one unsent carton of the backup had reached the server since: told twice, and marked as such.
    expect(flags.map(({ code }) => code)).toEqual(['already-sealed'])
  })

  it('records nothing while the server cannot be reached: what it would use may be used elsewhere', async () => {
    const { server, station, codes } = await atWork()
    await server.stop()
    await restored(station, (file) => spoilPage(file, 1))
    expect(station.seal(order)).toBeNull()
    expect(() => station.outbox.append({ type: 'lease-codes', payload: { count: 1 } })).toThrow(
      AppError,
    )
    await server.start()
    station.worker.retry()
    await readyToPack(station)
    const [fresh] = sealed(station, order, 1)
    expect(codes).not.toContain(fresh)
    await drained(station)
  })

  it('is no new station when its file is gone altogether', async () => {
    const { station, codes } = await atWork()
    const offer = await restored(station, (file) => rmSync(file))
    expect(offer.details).toMatchObject({ reason: 'missing' })
    await vi.waitFor(() => expect(epochs(station)).toEqual([2]), wait)
    await readyToPack(station)
    for (const code of sealed(station, order, 2)) expect(codes).not.toContain(code)
  })
})

describe('labels that may have come out since the backup', () => {
  it('are uncertain, and printed again only as counted copies', async () => {
    const folder = tempFolder()
    const came: string[] = []
    let goOn = (): void => undefined
    const printer: Printer = {
      id: 'p1',
      language: 'zpl',
      dpi: 203,
      media: '100x150',
      transport: {
        send: (bytes) => {
          came.push(Buffer.from(bytes).toString())
          const sent: SendOutcome = { kind: 'sent' }
          if (came.length > 1) return Promise.resolve(sent)
          return new Promise((resolve) => {
            goOn = () => resolve(sent)
          })
        },
      },
    }
    const start = () =>
      startPrintingStation({
        folder,
        printers: [printer],
        renderer: {
          render: (input) => {
            if (input.kind !== 'box-mark') throw new Error('only marks are printed here')
            const { side, copy } = input.label
            const bytes = Buffer.from(`side ${side} copy ${copy}`)
            const sha256 = createHash('sha256').update(bytes).digest('hex')
            return Promise.resolve({ bytes, sha256 })
          },
        },
      })
    const mark = boxMark()
    const station = start()
    await station.seal(mark)
    await station.reaches(mark.cartonCode, 'sending', 'rendered')
    const { name } = await makeBackup(station.store.file)
    goOn()
    await station.reaches(mark.cartonCode, 'sent', 'sent')
    station.crash()
    restoreBackup(station.store.file, name)

    const again = start()
    expect(again.states(mark.cartonCode)).toEqual(['uncertain', 'uncertain'])
    again.printing.reprint(mark.cartonCode, mark.revision)
    await again.reaches(mark.cartonCode, 'uncertain', 'uncertain', 'sent', 'sent')
    expect(came).toEqual(['side 1 copy 0', 'side 2 copy 0', 'side 1 copy 1', 'side 2 copy 1'])
  })
})
