import { onTestFinished } from 'vitest'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'
import { openStore, type Store } from '#electron/store/index.ts'
import {
  afterTimeout,
  createLeases,
  createOutbox,
  createRights,
  type LeaseBook,
  type Outbox,
  startSyncWorker,
  type SyncWorker,
  type SyncWorkerOptions,
} from '#electron/sync/index.ts'
import { exceptionPhotosOf } from './exception-photos.ts'
import { tempFolder } from './temp-folder.ts'

const side = millimetres(400)
const box = {
  id: 'M',
  nameZh: '中号箱',
  nameEn: 'Medium',
  size: { length: side, width: side, height: side },
  tare: grams(600),
}

/** The seal of a carton of SKU-A. */
const sealOf = (code: CartonCode, orderNo: OrderNo, cartonNo: number, quantity: number): Fact => ({
  type: 'carton-sealed',
  orderNo,
  code,
  revision: 1,
  station: 'Bench 1',
  at: '2026-11-23T09:30:00+08:00',
  carton: {
    code,
    orderNo,
    cartonNo,
    revision: 1,
    state: 'sealed',
    boxType: box,
    contents: [{ sku: 'SKU-A' as Sku, quantity }],
    weight: { gross: grams(950), source: 'scale' },
  },
})

/** A station's store, outbox, leases and sync worker, without the rest of it. */
export interface SyncStation {
  readonly store: Store
  readonly outbox: Outbox
  readonly leases: LeaseBook
  readonly worker: SyncWorker
  /** Seals one carton as packing does: code, number and fact in one transaction. null without code or number. */
  seal(orderNo: OrderNo, quantity?: number): CartonCode | null
  /** Ends the program, lets something happen to its disk or settings, and starts it again. */
  restart(meanwhile?: (folder: string) => Partial<SyncWorkerOptions> | void): Promise<void>
}

type Over = Partial<SyncWorkerOptions> & Pick<SyncWorkerOptions, 'url' | 'pairingCode'>

export const startSyncStation = (over: Over): SyncStation => {
  const folder = tempFolder()
  const clock = () => new Date()
  let secret: string | null = null
  let changed: Partial<SyncWorkerOptions> = {}

  const open = () => {
    const store = openStore(folder)
    const outbox = createOutbox(store, clock)
    const leases = createLeases(store, outbox, clock, { codes: 20, numbers: 20, numbersLow: 5 })
    const worker = startSyncWorker({
      store,
      outbox,
      leases,
      rights: createRights(store, outbox, clock),
      photos: exceptionPhotosOf(store, outbox, clock, 'Bench 1'),
      stationName: 'Bench 1',
      credentials: {
        load: () => secret,
        save: (fresh) => {
          secret = fresh
        },
      },
      fetch: (url, init) => fetch(url, init),
      clock,
      random: Math.random,
      after: afterTimeout,
      isPacking: () => false,
      pollMs: 30,
      timeoutMs: 2_000,
      backoff: { base: 5, cap: 40 },
      ...over,
      ...changed,
    })
    return { store, outbox, leases, worker }
  }
  let parts = open()
  const end = async (): Promise<void> => {
    await parts.worker.close()
    parts.store.close()
  }
  onTestFinished(end)

  return {
    get store() {
      return parts.store
    },
    get outbox() {
      return parts.outbox
    },
    get leases() {
      return parts.leases
    },
    get worker() {
      return parts.worker
    },
    seal: (orderNo, quantity = 1) => {
      const { store, leases, outbox, worker } = parts
      const sealed = store.transaction(() => {
        const code = leases.takeCode()
        const cartonNo = leases.takeCartonNo(orderNo)
        if (code === null || cartonNo === null) return null
        outbox.record(sealOf(code, orderNo, cartonNo, quantity))
        return code
      })
      worker.wake()
      return sealed
    },
    restart: async (meanwhile) => {
      await end()
      changed = { ...changed, ...meanwhile?.(folder) }
      parts = open()
    },
  }
}
