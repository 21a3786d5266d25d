import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { markDigest, parseMark } from '#shared/domain/mark-payload.ts'
import { createScanReader } from '#shared/domain/scan-code.ts'
import { usualDivision } from '#shared/domain/weight.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { grams } from '#shared/domain/units.ts'
import type { BenchState } from '#shared/contract/views.ts'
import { limitsFrom, loadRulePacks } from '#electron/compliance/index.ts'
import {
  type Bench,
  createBench,
  createBenchRecords,
  createCartonRecords,
  createCatalogue,
  createOrderBook,
  createOrderClosings,
  createGoodsExceptions,
  createOrderPallets,
  createPlannedMarks,
  createParkedCartons,
  createPlannedRecords,
  createWeightMemory,
  loadBoxTypes,
} from '#electron/packing/index.ts'
import { createPrinting, openTransport, type Printing } from '#electron/printing/index.ts'
import type { Store } from '#electron/store/index.ts'
import { createLeases, createOutbox, createRights } from '#electron/sync/index.ts'
import { exceptionPhotosOf } from './exception-photos.ts'

const resources = join(import.meta.dirname, '../../resources')
const sha256 = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest()
/** Stands for the pixels of a label: what they show is not what is tested. */
const bytes = new TextEncoder().encode('^XA^XZ')

export interface PackingBench {
  readonly bench: Bench
  state(): BenchState
  /** Does the next thing a packer would do. @returns whether a unit of goods was scanned */
  step(): boolean
  close(): Promise<void>
}

interface PackingBenchParts {
  readonly store: Store
  readonly orderNo: OrderNo
  readonly goods: string
  readonly unitsACarton: number
  readonly onFault: (error: unknown) => void
}

/** The packing use cases on a real store, with real outbox, leases and print journal; only server and window are missing. */
export const openPackingBench = (parts: PackingBenchParts): PackingBench => {
  const { store, orderNo, goods, unitsACarton, onFault } = parts
  const clock = (): Date => new Date()
  const outbox = createOutbox(store, clock)
  const leases = createLeases(store, outbox, clock)
  const cartons = createCartonRecords(store)
  const printing: Printing = createPrinting({
    store,
    renderer: {
      render: () =>
        Promise.resolve({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') }),
    },
    printers: [
      {
        id: 'p1',
        language: 'zpl',
        dpi: 203,
        media: '100x150',
        transport: openTransport('file:/dev/null', {
          print: () => Promise.reject(new Error('not virtual')),
        }),
      },
    ],
    defaultPrinter: 'p1',
    now: () => clock().toISOString(),
    record: outbox.record,
    onFault,
  })
  const orders = createOrderBook(store, createOrderClosings(store))
  const bench = createBench({
    store,
    orders,
    catalogue: createCatalogue(store),
    cartons,
    records: createBenchRecords(store),
    weights: createWeightMemory(store, usualDivision),
    marks: printing,
    markMedia: '100x150',
    planned: createPlannedMarks({
      markMedia: '100x150',
      store,
      orders,
      records: createPlannedRecords(store),
      marks: printing,
      leases,
      planUnderWay: () => false,
      isOffline: () => true,
      asked: () => undefined,
      station: 'Bench 1',
      clock,
    }),
    leases,
    rights: createRights(store, outbox, clock),
    boxTypes: loadBoxTypes(join(resources, 'box-types.json')),
    markRolls: [],
    photoPath: (url) => url,
    photos: exceptionPhotosOf(store, outbox, clock, 'Bench 1'),
    limitsFor: limitsFrom(loadRulePacks(join(resources, 'rules'))),
    readScan: createScanReader((text) => parseMark(text, sha256)),
    markDigest: (contents) => markDigest(contents, sha256),
    reprint: printing.reprint,
    reprintParked: () => 0,
    printUnitLabels: () => undefined,
    parked: createParkedCartons(store, cartons),
    exceptions: createGoodsExceptions(store),
    pallets: createOrderPallets(store),
    weighQueue: false,
    record: outbox.record,
    operator: () => null,
    station: 'Bench 1',
    clock,
    committed: () => printing.wake(),
    isOffline: () => true,
    asked: () => undefined,
    publish: () => undefined,
  })
  printing.onChange(bench.labelsChanged)
  printing.wake()

  const state = (): BenchState => bench.snapshot().state
  const scan = (text: string): void => bench.scan({ text, source: 'wedge', at: 0 })
  const step = (): boolean => {
    const { orderNo: open, locked, step: at, carton } = state()
    if (open === null) bench.open(orderNo)
    else if (locked) scan('LS!ACK')
    else if (at === 'weighing') {
      bench.typeWeight(grams(bench.carton()?.expected ?? 0), 'the scale is broken')
    } else if (carton !== null && carton.state !== 'open') scan(carton.code)
    else if (carton !== null && carton.units >= unitsACarton) scan('LS!DONE')
    else {
      scan(goods)
      return true
    }
    return false
  }
  return { bench, state, step, close: printing.close }
}
