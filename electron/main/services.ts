import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { markDigest, parseMark } from '#shared/domain/mark-payload.ts'
import { createScanReader } from '#shared/domain/scan-code.ts'
import { grams } from '#shared/domain/units.ts'
import { usualDivision } from '#shared/domain/weight.ts'
import { AppError } from '#shared/errors.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { DeviceSettings } from '#shared/domain/device-settings.ts'
import type { PrinterSettings } from '#shared/domain/printer-config.ts'
import type { PackEffect } from '#shared/domain/pack-session.ts'
import type { AppState, Language } from '#shared/contract/views.ts'
import { createAuditLog } from '#electron/audit/index.ts'
import { limitsFrom, loadRulePacks } from '#electron/compliance/index.ts'
import {
  createExceptionPhotos,
  createSkuPhotos,
  type Fetch,
  photoPath,
} from '#electron/photos/index.ts'
import { createCommandSheets } from '#electron/documents/index.ts'
import {
  appHandlers,
  benchHandlers,
  cartonCodeOf,
  cartonHandlers,
  deviceHandlers,
  endsLookup,
  importHandlers,
  lookupHandlers,
  orderHandlers,
  printerHandlers,
  printingHandlers,
  notDuringShift,
  onlySignedIn,
  parkedHandlers,
  operatorHandlers,
  recountHandlers,
  type RequestHandlers,
  shiftHandlers,
  trainingHandlers,
} from '#electron/ipc/index.ts'
import {
  type Bench,
  boxTypeView,
  createBench,
  createBenchRecords,
  createCartonPages,
  createCartonRecords,
  createCartonSearch,
  createCatalogue,
  createLookup,
  createOrderBook,
  createOrderClosings,
  createGoodsExceptions,
  createOrderPallets,
  createOrderDesk,
  createParkedCartons,
  createPlannedMarks,
  createPlannedRecords,
  createRecount,
  createRelabellings,
  createWeightMemory,
  listCartons,
  loadBoxTypes,
  localTime,
  unitBarcode,
} from '#electron/packing/index.ts'
import { markMediaOf, type Settings } from '#electron/settings/index.ts'
import { createHandoverItems, createShiftHandover } from '#electron/shift/index.ts'
import { createStoreCare, openStore } from '#electron/store/index.ts'
import {
  createDecisionDesk,
  createLeases,
  createOutbox,
  createRights,
  type KeptCredentials,
  type SyncTiming,
} from '#electron/sync/index.ts'
import { trainingServerFolder } from './data-folder.ts'
import { createDeviceBoard } from './device-board.ts'
import { openImportRoom } from './import-room.ts'
import { openLinkstarLine, type ServerPlace } from './linkstar-line.ts'
import { createProblemBoard } from './problem.ts'
import { createOrderNews } from './order-news.ts'
import { openParkingDesk } from './parking-desk.ts'
import type { Publish } from './publish.ts'
import { openOperatorDesk } from './operator-desk.ts'
import { openDeviceRoom } from './device-room.ts'
import { isTyped, wedgesOf } from './open-scanners.ts'
import { openUnitLabelDesk } from './unit-label-desk.ts'
import { openPrintingRoom } from './printing-room.ts'

export interface ServiceParts {
  /** Folder of the store. */
  readonly home: string
  readonly settings: Settings
  readonly saveLanguage: (language: Language) => void
  /** Writes them down and has the station wired anew. Throws AppError printer-setup-invalid. */
  readonly savePrinters: (choices: PrinterSettings) => void
  /** Writes them down and has the station wired anew. Throws AppError device-setup-invalid. */
  readonly saveDevices: (choice: DeviceSettings) => void
  readonly version: string
  /** Folder of rule packs, box types and training orders. */
  readonly resources: string
  readonly workers: {
    readonly commandSheet: URL
    readonly label: URL
    readonly sandbox: URL
    readonly sheets: URL
    readonly store: URL
    readonly virtualPrinter: URL
  }
  /** Shows a file in the system's viewer. Rejects with AppError document-unopened. */
  readonly openDocument: (file: string) => Promise<void>
  /** A person says which file to read and where to keep one; null when they do not. */
  readonly pickers: {
    readonly open: () => Promise<string | null>
    readonly save: (suggested: string) => Promise<string | null>
  }
  /** Puts a text into the clipboard of the system. */
  readonly copyText: (text: string) => Promise<void>
  readonly credentials: KeptCredentials
  /** Of the line to the server; in the field, nothing. */
  readonly syncTiming?: SyncTiming
  /** How photos are fetched; the usual way unless given. */
  readonly photoFetch?: Fetch
  readonly publish: Publish
  /** The store is damaged: the station must be closed and can only come back from a backup. */
  readonly storeDamaged: (fault: AppError) => void
  readonly log: Logger
}

export interface Services {
  readonly handlers: Partial<RequestHandlers>
  /** Why the station could not start; requests without a handler get this answer. */
  readonly stoppedBy?: AppError
  /** A photo by the name that the page knows it by; null where there is none. */
  photo(name: string): Promise<{ readonly body: Uint8Array; readonly type: string } | null>
  /** Tells a page that has just loaded what is not part of any snapshot. */
  greet(): void
  close(): Promise<void>
}

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest()

const serverPlace = ({ settings, home, resources, workers }: ServiceParts): ServerPlace => {
  const { mode, api } = settings
  if (mode === 'training') {
    return {
      kind: 'training',
      workerUrl: workers.sandbox,
      dataDir: join(home, trainingServerFolder),
      seedDir: join(resources, 'training'),
    }
  }
  if (api === undefined) {
    throw new AppError('settings-invalid', 'live mode needs api.url', {
      details: { path: 'api', reason: 'is needed in live mode' },
    })
  }
  return { kind: 'address', url: api.url, pairingCode: api.pairingCode ?? null }
}

/**
 * Wires the whole station; the only place that knows every part.
 * @throws AppError of the store when the data folder cannot be used
 */
export const startServices = (parts: ServiceParts): Services => {
  const { settings, publish, log } = parts
  const clock = (): Date => new Date()
  const now = (): string => localTime(clock())
  const readScan = createScanReader((text) => parseMark(text, sha256))
  let language = settings.language

  const store = openStore(parts.home, { onDamage: parts.storeDamaged })
  const outbox = createOutbox(store, clock)
  const leases = createLeases(store, outbox, clock)
  const rights = createRights(store, outbox, clock)
  const closings = createOrderClosings(store)
  const orders = createOrderBook(store, closings)
  const catalogue = createCatalogue(store)
  const cartons = createCartonRecords(store)
  const operators = openOperatorDesk({
    store,
    settings,
    clock,
    now,
    publish,
    readScan,
    record: outbox.record,
  })
  const { signIn, record } = operators
  const boxTypes = loadBoxTypes(join(parts.resources, 'box-types.json'))
  const limitsFor = limitsFrom(loadRulePacks(join(parts.resources, 'rules')))

  const state = (): AppState => ({
    language,
    mode: settings.mode,
    station: settings.station.name,
    version: parts.version,
    boxTypes: boxTypes.map(boxTypeView),
    wedges: [...wedgesOf(settings.scanners)],
    problem: problems.current(),
  })
  const problems = createProblemBoard(
    () => publish('app', state()),
    (error) => log.error({ err: error }, 'the packer was told of a problem'),
  )

  const care = createStoreCare({
    store,
    workerUrl: parts.workers.store,
    every: (ms, tick) => {
      const timer = setInterval(tick, ms)
      return () => clearInterval(timer)
    },
    failed: problems.raise,
    backedUp: (name) => {
      log.info({ name }, 'the store was backed up')
      problems.settle('backup-failed')
    },
  })

  const sheets = createCommandSheets({
    home: parts.home,
    workerUrl: parts.workers.commandSheet,
  })
  const devices = createDeviceBoard(
    {
      printer: settings.defaultPrinter,
      scanners: settings.scanners.map((one) => ({ ...one, isTyped: isTyped(one) })),
      scale: settings.scale?.address ?? '',
    },
    (view) => publish('devices', view),
  )
  const room = openPrintingRoom({
    store,
    settings,
    workers: parts.workers,
    devices,
    now,
    record,
    savePrinters: parts.savePrinters,
    onFault: problems.raise,
    publish,
  })
  const { printing, setup } = room
  const parked = createParkedCartons(store, cartons)
  const exceptions = createGoodsExceptions(store)
  const pallets = createOrderPallets(store)
  const exceptionPhotos = createExceptionPhotos({
    store,
    home: parts.home,
    record,
    operator: operators.name,
    now,
    station: settings.station.name,
  })
  const parking = openParkingDesk({
    parked,
    labels: room.sideLabels,
    station: settings.station.name,
    problems,
    publish: (name, payload) => {
      publish(name, payload)
      shift.refresh()
    },
    log,
  })
  const unitLabels = openUnitLabelDesk({
    labels: room.sideLabels,
    record: createRelabellings(store).add,
    operator: operators.name,
    now,
    problems,
    log,
  })
  const plannedRecords = createPlannedRecords(store)
  const planned = createPlannedMarks({
    markMedia: markMediaOf(settings),
    store,
    orders,
    records: plannedRecords,
    marks: printing,
    leases,
    isOffline: () => line.status().state === 'offline',
    planUnderWay: (orderNo) => outbox.isUnderWay('plan-boxes', orderNo),
    asked: () => line.wake(),
    station: settings.station.name,
    clock,
  })

  const imports = openImportRoom({
    store,
    orders,
    cartons,
    planned: plannedRecords,
    outbox,
    volumetricDivisor: ({ header: { warehouse, transportMode } }) =>
      limitsFor(warehouse.country, transportMode, clock()).volumetricDivisor,
    workerUrl: parts.workers.sheets,
    pickers: parts.pickers,
    asked: () => line.wake(),
    clock,
    publish,
  })

  const photos = createSkuPhotos({
    store,
    home: parts.home,
    fetch: parts.photoFetch ?? fetch,
    clock,
    failed: (error, url) => log.warn({ err: error, url }, 'a photo of goods did not come'),
  })

  let woken = 0
  /** Most scans have nothing for the server: they leave the line alone. */
  const sendWhatIsNew = (): void => {
    if (outbox.added() === woken) return
    woken = outbox.added()
    line.wake()
  }
  const packingMoved = (effects: readonly PackEffect[]): void => {
    for (const effect of effects) {
      if (effect.type !== 'carton-sealed') continue
      weighing.cartonSealed(effect.weight.gross)
      printing.wake()
    }
    parking.committed(effects)
    sendWhatIsNew()
    const orderNo = bench.orderNo()
    if (orderNo === null) return
    // The list leaves the carton on the bench out: a scan of goods changes nothing in it.
    if (!effects.some(({ type }) => type.startsWith('carton-'))) return
    publish('cartons', { orderNo })
    orderNews.packed(orderNo)
  }
  const committed = (effects: readonly PackEffect[]): void => {
    problems.storeIsWell()
    unitLabels.committed(effects, bench.orderNo())
    if (effects.length > 0) packingMoved(effects)
    // What stands on the platform already may be the carton that has just come to the scale.
    weighing.benchMoved()
  }

  const bench = createBench({
    store,
    orders,
    catalogue,
    ...(settings.mode === 'training'
      ? {
          strangersTo: (orderNo) =>
            catalogue.strangersTo(orderNo).map((sku) => ({
              barcode: unitBarcode(sku),
              nameZh: sku.nameZh,
              nameEn: sku.nameEn,
            })),
        }
      : {}),
    cartons,
    exceptions,
    photos: exceptionPhotos,
    records: createBenchRecords(store),
    weights: createWeightMemory(store, grams(settings.scale?.division ?? usualDivision)),
    marks: printing,
    markMedia: markMediaOf(settings),
    planned,
    parked,
    pallets,
    weighQueue: settings.scale?.shared === true,
    leases,
    rights,
    boxTypes,
    markRolls: settings.markRolls,
    photoPath,
    limitsFor,
    readScan,
    markDigest: (contents) => markDigest(contents, sha256),
    reprint: printing.reprint,
    reprintParked: parking.printMissing,
    printUnitLabels: unitLabels.print,
    record,
    station: settings.station.name,
    operator: operators.name,
    clock,
    isOffline: () => line.status().state === 'offline',
    asked: () => line.wake(),
    committed,
    publish: (next) => publish('bench', next),
  })
  const recount = createRecount({
    store,
    orders,
    cartons,
    catalogue,
    bench,
    record,
    readScan,
    station: settings.station.name,
    clock,
    publish: (view) => publish('recount', view),
    recorded: () => line.wake(),
  })
  const pages = createCartonPages({
    store,
    cartons,
    pallets,
    orders,
    catalogue,
    operatorName: (id) => settings.operators.find((one) => one.id === id)?.name ?? null,
  })
  const search = createCartonSearch({ store, catalogue, readScan })
  const lookup = createLookup({
    search,
    isKnown: pages.isKnown,
    isCarton: (code) => cartons.numberOf(code) !== null,
    isOrder: (orderNo) => orders.summary(orderNo) !== null,
    bench,
    isRecounting: recount.isRunning,
    readScan,
    publish: (view) => publish('lookup', view),
    closed: () => weighing.benchMoved(),
  })
  /** While something is looked up nothing is done at the bench, and what was not taken is said there. */
  const seenBench: Bench = {
    ...bench,
    locked: () => bench.locked() || lookup.isOpen(),
    notTaken: (scan, why) => (lookup.isOpen() ? lookup : bench).notTaken(scan, why),
  }
  const shift = createShiftHandover({
    store,
    items: createHandoverItems({ store, parked: parked.list, printing }),
    cartons,
    planned,
    bench,
    isRecounting: recount.isRunning,
    isLookingUp: lookup.isOpen,
    signIn,
    audit: createAuditLog(store, clock),
    printMissing: parking.printMissing,
    readScan,
    now,
    publish: (view) => publish('shift', view),
  })
  const operatorScans = operators.scansAt(seenBench)
  const deviceRoom = openDeviceRoom({
    settings,
    board: devices,
    bench: seenBench,
    signIn,
    readScan,
    isPaused: () => signIn.isAwaited() || lookup.isOpen(),
    takers: [
      (scan) => setup.takes(scan.text),
      shift.takes,
      (scan) => scan.isBroken !== true && operatorScans(scan),
      lookup.takes,
      recount.takes,
    ],
    problems,
    isSending: room.isSending,
    save: parts.saveDevices,
    copyText: parts.copyText,
    version: parts.version,
    now,
    publish,
    log,
  })
  const { weighing } = deviceRoom

  printing.onChange((code) => {
    room.news.soon()
    shift.refresh()
    const carton = cartons.find(code)
    if (carton === null) {
      for (const job of printing.jobsOf(code, 0)) room.printed(job)
      return
    }
    for (const job of printing.jobsOf(code, carton.markRevision)) room.printed(job)
    bench.labelsChanged(code)
    publish('cartons', { orderNo: carton.orderNo })
    line.wake()
  })
  const line = openLinkstarLine({
    place: serverPlace(parts),
    store,
    outbox,
    leases,
    rights,
    photos: exceptionPhotos,
    stationName: settings.station.name,
    credentials: parts.credentials,
    timing: parts.syncTiming ?? {},
    clock,
    log,
    isPacking: () => bench.orderNo() !== null,
    syncChanged: (view) => {
      publish('sync', view)
      imports.lineMoved()
    },
    ordersChanged: (changed) => {
      orderNews.pulled(changed)
      photos.look()
    },
  })
  const decisions = createDecisionDesk({
    store,
    outbox,
    rights,
    station: settings.station.name,
    clock,
    localTime,
  })
  const desk = createOrderDesk({
    store,
    orders,
    cartons,
    closings,
    exceptions,
    photosOf: exceptionPhotos.ofOrder,
    infoOf: catalogue.sku,
    record,
    declareOrder: outbox.declare,
    returnRights: rights.giveBack,
    station: settings.station.name,
    clock,
  })
  const orderNews = createOrderNews({ orders, decisions, bench, publish })
  const decidedHere = (orderNo: OrderNo): void => {
    orderNews.decided(orderNo)
    line.wake()
  }
  printing.wake()
  // The last label may have come out in the very moment before the station stopped.
  const onBench = bench.carton()
  if (onBench !== null) bench.labelsChanged(onBench.code)

  const atWork = <Handlers extends Partial<RequestHandlers>>(given: Handlers): Handlers =>
    notDuringShift(shift, onlySignedIn(signIn, given))
  const handlers: Omit<RequestHandlers, 'store.restoreBackup'> = {
    ...appHandlers({
      state,
      setLanguage: (next) => {
        parts.saveLanguage(next)
        language = next
        publish('app', state())
      },
    }),
    ...notDuringShift(shift, operatorHandlers(signIn)),
    ...onlySignedIn(signIn, endsLookup(lookup, shiftHandlers(shift))),
    ...atWork({
      ...endsLookup(lookup, {
        ...benchHandlers({
          bench,
          scans: deviceRoom.scans,
          printCodesOnly: () => {
            const carton = bench.carton()
            if (carton !== null) printing.codesOnly(carton.code)
          },
          uptime: () => performance.now(),
        }),
        ...cartonHandlers({
          bench,
          list: (orderNo) =>
            listCartons(
              { cartons, marks: printing, pallets, unsentSeals: outbox.unsentSeals },
              orderNo,
            ),
          copy: printing.copy,
        }),
        ...parkedHandlers({ bench, list: parking.list, print: parking.print }),
        ...recountHandlers(recount),
      }),
      ...orderHandlers({
        orders,
        desk,
        decisions: decisions.list,
        resolve: ({ id, choice }) => {
          decidedHere(decisions.resolve(id, choice))
        },
        changed: decidedHere,
      }),
      ...lookupHandlers({ lookup, search, page: pages.page }),
      ...importHandlers(imports),
    }),
    'labels.preview': ({ code, side, page }) => room.preview(cartonCodeOf(code), side, page),
    ...trainingHandlers({
      scale: deviceRoom.virtualScale,
      printer: room.virtualPrinter,
      expectedGross: () => bench.carton()?.expected ?? 0,
    }),
    ...printerHandlers(setup),
    ...deviceHandlers(deviceRoom.desk),
    ...printingHandlers({ printing, printers: room.printers, planned }),
    'documents.commandSheet': async (sheetLanguage) => {
      const file = await sheets.make({
        language: sheetLanguage,
        boxTypes,
        station: settings.station.name,
        version: parts.version,
      })
      await parts.openDocument(file)
    },
    'sync.health': line.health,
    'sync.enrol': ({ pairingCode, consent }) => line.enrol(pairingCode, consent),
    'sync.retry': line.retry,
  }

  return {
    handlers,
    photo: async (name) => exceptionPhotos.read(name) ?? photos.read(name),
    greet: () => {
      // Nobody looks any more, and scans have to reach the bench again.
      deviceRoom.desk.watch(null)
      publish('app', state())
      publish('sync', line.status())
      publish('devices', devices.view())
      publish('scale', weighing.view())
      publish('parked', parking.list())
      publish('recount', recount.view())
      publish('shift', shift.view())
      publish('lookup', lookup.view())
      publish('signIn', signIn.view())
      publish('imports', imports.view())
      room.news.now()
      publish('decisions', decisions.list())
      // What only labels need comes after the page, which the packer is waiting for.
      room.warmUp()
      photos.look()
    },
    close: async () => {
      try {
        await deviceRoom.close()
        await line.close()
        orderNews.end()
        await room.close()
        await sheets.close()
        await imports.close()
        await photos.close()
        await care.close()
      } finally {
        store.close()
      }
    },
  }
}
