import { createCartonsStore, followCartons } from '#renderer/features/cartons/index.ts'
import { createLookupStore, followLookup } from '#renderer/features/carton-page/index.ts'
import { createDecisionsStore, followDecisions } from '#renderer/features/decisions/index.ts'
import { createDevicesStore, followDevices } from '#renderer/features/devices/index.ts'
import { createImportsStore, followImports } from '#renderer/features/imports/index.ts'
import { createOrdersStore, followOrders } from '#renderer/features/orders/index.ts'
import {
  createBenchStore,
  createScaleStore,
  followBench,
  followScale,
} from '#renderer/features/pack/index.ts'
import { createOperatorsStore, followOperators } from '#renderer/features/operators/index.ts'
import { createParkedStore, followParked } from '#renderer/features/parked/index.ts'
import { createPrintersStore, followRuler } from '#renderer/features/printers/index.ts'
import { createPrintQueueStore, followPrintQueue } from '#renderer/features/print-queue/index.ts'
import { createRecountStore, followRecount } from '#renderer/features/recount/index.ts'
import { createSettingsStore } from '#renderer/features/settings/index.ts'
import { createShiftStore, followShift } from '#renderer/features/shift/index.ts'
import { createStatusStore, followStatus } from '#renderer/features/status/index.ts'
import { createSyncHealthStore, followSyncHealth } from '#renderer/features/sync/index.ts'
import { createTrainingStore, followPrints } from '#renderer/features/training/index.ts'
import { createI18n } from '#renderer/lib/i18n/index.ts'
import { createNoticeStore } from '#renderer/lib/notices.ts'
import { createSoundPlayer } from '#renderer/lib/sound/index.ts'
import { createStation } from '#renderer/lib/station.tsx'
import { focusedTextField } from '#renderer/lib/text-field.ts'
import { createWedgeCapture, listenForScans } from '#renderer/lib/wedge-capture.ts'

/** Makes every store once and connects it to the main process; the only wiring of the page. */
export const composeApp = (page: Window) => {
  const client = page.station
  const notices = createNoticeStore()
  const station = createStation(client, notices)
  const stores = {
    bench: createBenchStore(),
    scale: createScaleStore(),
    cartons: createCartonsStore(client),
    lookup: createLookupStore(client),
    decisions: createDecisionsStore(),
    devices: createDevicesStore(client, page.sessionStorage),
    imports: createImportsStore(),
    operators: createOperatorsStore(),
    orders: createOrdersStore(client),
    parked: createParkedStore(),
    printers: createPrintersStore(client),
    printQueue: createPrintQueueStore(client),
    recount: createRecountStore(),
    shift: createShiftStore(),
    settings: createSettingsStore(page.localStorage),
    status: createStatusStore(),
    syncHealth: createSyncHealthStore(client),
    training: createTrainingStore(),
  }
  const i18n = createI18n('zh-CN')
  // The main process owns the language: the page follows what it says.
  stores.status.subscribe(({ app }) => {
    if (app !== null && app.language !== i18n.language) void i18n.changeLanguage(app.language)
    if (app !== null) page.document.documentElement.lang = app.language
  })
  const showTheme = (): void => {
    const { theme } = stores.settings.getState()
    if (theme === 'system') delete page.document.documentElement.dataset['theme']
    else page.document.documentElement.dataset['theme'] = theme
  }
  stores.settings.subscribe(showTheme)
  showTheme()

  followStatus(client, stores.status)
  followBench(client, stores.bench)
  followScale(client, stores.scale)
  followCartons(client, stores.cartons)
  followLookup(client, stores.lookup)
  followDecisions(client, stores.decisions)
  followImports(client, stores.imports)
  followOperators(client, stores.operators)
  followOrders(client, stores.orders)
  followParked(client, stores.parked)
  followPrintQueue(client, stores.printQueue)
  followRecount(client, stores.recount)
  followShift(client, stores.shift)
  followSyncHealth(client, stores.syncHealth)
  followDevices(client, stores.devices)
  followRuler(client, stores.printers)
  followPrints(client, stores.training)
  const capture = createWedgeCapture({
    onScan: (text, scanner) =>
      void station.act('bench.scan', scanner === null ? text : { text, scanner }),
    focusedField: () => focusedTextField(page.document),
  })
  stores.status.subscribe(({ app }) => app !== null && capture.use(app.wedges))
  listenForScans(page, capture)
  return {
    station,
    notices,
    stores,
    i18n,
    player: createSoundPlayer(() => new AudioContext({ latencyHint: 'interactive' })),
  }
}

export type AppParts = ReturnType<typeof composeApp>
