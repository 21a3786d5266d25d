import { usualDivision } from '#shared/domain/weight.ts'
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { markDigest, parseMark } from '#shared/domain/mark-payload.ts'
import { createScanReader } from '#shared/domain/scan-code.ts'
import type { PackEffect } from '#shared/domain/pack-session.ts'
import { limitsFrom, loadRulePacks } from '#electron/compliance/index.ts'
import {
  type Bench,
  type CartonRecords,
  createBench,
  createBenchRecords,
  createCartonRecords,
  createCatalogue,
  createOrderBook,
  createOrderClosings,
  createGoodsExceptions,
  createOrderPallets,
  type OrderPallets,
  createPlannedMarks,
  createParkedCartons,
  type ParkedCartons,
  createPlannedRecords,
  createWeightMemory,
  loadBoxTypes,
  localTime,
  type OrderBook,
  type PlannedMarks,
} from '#electron/packing/index.ts'
import {
  createPrinting,
  type LabelRenderer,
  type Printing,
  type Transport,
} from '#electron/printing/index.ts'
import { openStore, type Store } from '#electron/store/index.ts'
import {
  type After,
  createDecisionDesk,
  createLeases,
  createOutbox,
  createRights,
  type Credentials,
  type LeaseBook,
  type Outbox,
  type RightsBook,
  startSyncWorker,
  type SyncWorker,
  type SyncWorkerOptions,
} from '#electron/sync/index.ts'
import { exceptionPhotosOf } from '#tests/support/exception-photos.ts'
import { serverUrl } from './server.ts'
import { prepareReading, type Reading } from './station-reading.ts'

const resources = join(import.meta.dirname, '../../resources')
const boxTypes = loadBoxTypes(join(resources, 'box-types.json'))
const limitsFor = limitsFrom(loadRulePacks(join(resources, 'rules')))
export const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest()

type Renderer = Pick<LabelRenderer, 'render'>
type Change<Part> = (part: Part, store: Store) => Part

/** Parts of a station that a planted bug puts others in the place of. */
export interface StationPlant {
  /** Before anything of the station looks into its store. */
  readonly opened?: (store: Store) => void
  readonly outbox?: Change<Outbox>
  readonly rights?: Change<RightsBook>
  readonly leases?: Change<LeaseBook>
  readonly orders?: Change<OrderBook>
  readonly cartons?: Change<CartonRecords>
  readonly parked?: Change<ParkedCartons>
  readonly pallets?: Change<OrderPallets>
  readonly marks?: Change<Printing>
  readonly renderer?: Change<Renderer>
  readonly fetch?: Change<SyncWorkerOptions['fetch']>
  readonly after?: Change<After>
  /** After a pull changed something. */
  readonly pulled?: (store: Store) => void
}

export interface StationParts {
  readonly folder: string
  readonly name: string
  readonly pairingCode: string
  readonly credentials: Credentials
  readonly fetch: SyncWorkerOptions['fetch']
  readonly clock: () => Date
  readonly after: After
  readonly transport: Transport
  readonly renderer: Renderer
  readonly plant: StationPlant
}

/** One life of a station: from the start of its program to the end, kind or not. */
export interface StationLife {
  readonly store: Store
  /** The same file, for the checkers to look into. */
  readonly reader: Database.Database
  readonly read: () => Reading
  readonly bench: Bench
  readonly parked: ParkedCartons
  readonly planned: PlannedMarks
  readonly printing: Printing
  readonly outbox: Outbox
  readonly decisions: ReturnType<typeof createDecisionDesk>
  readonly worker: SyncWorker
  readonly faults: readonly unknown[]
  close(): Promise<void>
}

/** Blocks, runs and shares so small that they run out all the time. */
const leaseSizes = { codes: 3, numbers: 3, numbersLow: 1 }
const rightsSizes = { units: 4, low: 1 }

/** The station as the app wires it; network, clock, timers, chance and printer are the simulation's. */
export const startStation = (parts: StationParts): StationLife => {
  const { plant, clock, name } = parts
  const faults: unknown[] = []
  const onFault = (error: unknown): void => void faults.push(error)
  const store = openStore(parts.folder)
  const planted = <Part>(part: Part, change: Change<Part> | undefined): Part =>
    change === undefined ? part : change(part, store)

  plant.opened?.(store)
  const outbox = planted(createOutbox(store, clock), plant.outbox)
  const leases = planted(createLeases(store, outbox, clock, leaseSizes), plant.leases)
  const rights = planted(createRights(store, outbox, clock, rightsSizes), plant.rights)
  const cartons = planted(createCartonRecords(store), plant.cartons)
  const printing = planted(
    createPrinting({
      store,
      renderer: planted(parts.renderer, plant.renderer),
      printers: [
        { id: 'p1', language: 'zpl', dpi: 203, media: '100x150', transport: parts.transport },
      ],
      defaultPrinter: 'p1',
      now: () => localTime(clock()),
      record: outbox.record,
      onFault,
    }),
    plant.marks,
  )
  const committed = (effects: readonly PackEffect[]): void => {
    if (effects.some(({ type }) => type === 'carton-sealed')) printing.wake()
    if (effects.length > 0) worker.wake()
  }
  const orders = planted(createOrderBook(store, createOrderClosings(store)), plant.orders)
  const parked = planted(createParkedCartons(store, cartons), plant.parked)
  const planned = createPlannedMarks({
    markMedia: '100x150',
    store,
    orders,
    records: createPlannedRecords(store),
    marks: printing,
    leases,
    planUnderWay: (orderNo) => outbox.isUnderWay('plan-boxes', orderNo),
    isOffline: () => worker.status().state === 'offline',
    asked: () => worker.wake(),
    station: name,
    clock,
  })
  const photos = exceptionPhotosOf(store, outbox, clock, name)
  const bench = createBench({
    store,
    orders,
    catalogue: createCatalogue(store),
    cartons,
    exceptions: createGoodsExceptions(store),
    pallets: planted(createOrderPallets(store), plant.pallets),
    records: createBenchRecords(store),
    weights: createWeightMemory(store, usualDivision),
    marks: printing,
    markMedia: '100x150',
    planned,
    leases,
    rights,
    boxTypes,
    limitsFor,
    markRolls: [],
    photoPath: (url) => url,
    photos,
    readScan: createScanReader((text) => parseMark(text, sha256)),
    markDigest: (contents) => markDigest(contents, sha256),
    reprint: printing.reprint,
    reprintParked: () => 0,
    printUnitLabels: () => undefined,
    parked,
    weighQueue: false,
    record: outbox.record,
    operator: () => null,
    station: name,
    clock,
    isOffline: () => worker.status().state === 'offline',
    asked: () => worker.wake(),
    committed,
    publish: () => undefined,
  })
  const worker = startSyncWorker({
    store,
    outbox,
    leases,
    rights,
    photos,
    url: serverUrl,
    pairingCode: parts.pairingCode,
    stationName: name,
    credentials: parts.credentials,
    fetch: planted(parts.fetch, plant.fetch),
    clock,
    random: () => 0.5,
    after: planted(parts.after, plant.after),
    isPacking: () => bench.orderNo() !== null,
  })
  worker.onOrders(() => {
    plant.pulled?.(store)
    bench.ordersChanged()
  })
  printing.onChange((code) => {
    bench.labelsChanged(code)
    worker.wake()
  })
  printing.wake()
  const onBench = bench.carton()
  if (onBench !== null) bench.labelsChanged(onBench.code)
  const reader = new Database(store.file, { readonly: true })

  return {
    store,
    reader,
    read: prepareReading(reader),
    bench,
    parked,
    planned,
    printing,
    outbox,
    decisions: createDecisionDesk({ store, outbox, rights, station: name, clock, localTime }),
    worker,
    faults,
    close: async () => {
      reader.close()
      await worker.close()
      await printing.close()
      store.close()
    },
  }
}
