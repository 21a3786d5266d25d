import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'
import { openStore } from '#electron/store/index.ts'
import {
  afterTimeout,
  createLeases,
  createOutbox,
  createRights,
  startSyncWorker,
} from '#electron/sync/index.ts'
import { exceptionPhotosOf } from '#tests/support/exception-photos.ts'
import { memoryCredentials } from './bench-station.ts'
import { waitFor } from './wait-for.ts'

const station = '打包台 7'
const side = millimetres(400)
const box = {
  id: 'M',
  nameZh: '中号箱',
  nameEn: 'Medium',
  size: { length: side, width: side, height: side },
  tare: grams(600),
}

const sealOf = (orderNo: OrderNo, code: CartonCode, cartonNo: number): Fact => ({
  type: 'carton-sealed',
  orderNo,
  code,
  revision: 1,
  station,
  at: '2026-11-23T09:30:00+08:00',
  carton: {
    code,
    orderNo,
    cartonNo,
    revision: 1,
    state: 'sealed',
    boxType: box,
    contents: [1, 2, 3].map((index) => ({ sku: `BENCH-${index}` as Sku, quantity: index })),
    weight: { gross: grams(950), source: 'scale' },
  },
})

/** A station's store, outbox and sync worker. */
export interface ReplayStation {
  /** Seals cartons of an order as packing does, and tells nobody. */
  seal(orderNo: OrderNo, cartons: number): void
  /** Sends what is unsent; resolves when the last answer is stored. */
  replay(): Promise<void>
  /** The commands that are unsent, as they would stand in a body. */
  unsent(): readonly { readonly seq: number; readonly type: string; readonly payload: string }[]
  close(): Promise<void>
}

interface ReplayParts {
  /** Of its store. */
  readonly home: string
  readonly server: { readonly url: string; readonly pairingCode: string }
  readonly cartons: { readonly all: number; readonly anOrder: number }
  /** Takes its commands, once it has all that it needs, in place of the server. */
  readonly commandsTo?: string
}

/** Enrols a station and waits until it has codes for `cartons`, and numbers for all that an order may have. */
export const startReplayStation = async (parts: ReplayParts): Promise<ReplayStation> => {
  const { home, server, cartons } = parts
  let isSupplied = false
  const placeOf = (url: string): string =>
    isSupplied && url.endsWith('/v1/commands') ? (parts.commandsTo ?? url) : url
  const store = openStore(home)
  const clock = () => new Date()
  const outbox = createOutbox(store, clock)
  const leases = createLeases(store, outbox, clock, {
    codes: cartons.all,
    // One more, so that none are asked for while it is measured.
    numbers: cartons.anOrder + 1,
    numbersLow: 0,
  })
  const worker = startSyncWorker({
    store,
    outbox,
    leases,
    rights: createRights(store, outbox, clock),
    photos: exceptionPhotosOf(store, outbox, clock, station),
    url: server.url,
    pairingCode: server.pairingCode,
    stationName: station,
    credentials: memoryCredentials(),
    fetch: (url, init) => fetch(placeOf(url), init),
    clock,
    random: Math.random,
    after: afterTimeout,
    isPacking: () => false,
    // Nothing is pulled while it is measured.
    pollMs: 3_600_000,
  })
  const unsent = store.prepare()((db) =>
    db
      .selectFrom('outbox')
      .where('result', 'is', null)
      .select(['seq', 'type', 'payload', 'hash'])
      .orderBy('seq'),
  )
  const ready = (): boolean => {
    const { state, pending, codesLeft, lastPullAt } = worker.status()
    return state === 'online' && pending === 0 && lastPullAt !== null && codesLeft >= cartons.all
  }
  await waitFor('codes and numbers', ready)
  isSupplied = true
  return {
    seal: (orderNo, count) => {
      store.transaction(() => {
        for (let index = 0; index < count; index += 1) {
          const code = leases.takeCode()
          const cartonNo = leases.takeCartonNo(orderNo)
          if (code === null || cartonNo === null) throw new Error('no code or number is left')
          outbox.record(sealOf(orderNo, code, cartonNo))
        }
      })
    },
    replay: async () => {
      const sent = new Promise<void>((resolve) => {
        const stop = worker.onChange(({ pending }) => {
          if (pending > 0) return
          stop()
          resolve()
        })
      })
      worker.wake()
      await sent
    },
    unsent: () => unsent.all({}),
    close: async () => {
      await worker.close()
      store.close()
    },
  }
}
