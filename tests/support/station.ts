import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, onTestFinished } from 'vitest'
import type { LabelMedia } from '#shared/domain/label-media.ts'
import type { EventName } from '#shared/contract/channels.ts'
import type { EventPayload, RequestInput, RequestOutput } from '#shared/contract/ipc.ts'
import type { RequestName } from '#shared/contract/channels.ts'
import { createVirtualPrinter } from '#electron/printing/index.ts'
import { createSandbox, type Sandbox } from '#electron/sandbox/index.ts'
import { loadSettings, saveDevices, savePrinters } from '#electron/settings/index.ts'
import { type ServiceParts, startServices } from '#electron/main/services.ts'
import { createStationHost, type StationHost } from '#electron/main/station-host.ts'
import type { KeptCredentials } from '#electron/sync/index.ts'
import { stationSources } from './station-sources.ts'
import { tempFolder } from './temp-folder.ts'
import type { OrderText } from './wire-orders.ts'

/** A real sandbox server, on a free port unless named, seeded with these orders. */
export const startServer = async (
  orders: readonly OrderText[],
  { folder = tempFolder(), port = 0 }: { folder?: string; port?: number } = {},
): Promise<Sandbox & { readonly folder: string }> => {
  for (const order of orders) {
    writeFileSync(join(folder, `${order.reference_no}.json`), JSON.stringify(order))
  }
  const sandbox = await createSandbox({
    dataDir: folder,
    port,
    host: '127.0.0.1',
    clock: () => new Date(),
  })
  let closing: Promise<void> | null = null
  const close = (): Promise<void> => (closing ??= sandbox.close())
  onTestFinished(close)
  return { ...sandbox, close, folder }
}

export interface TestStation {
  /** Asks as the renderer does, without the process boundary. */
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>
  /** The newest payload of an event. */
  latest<Name extends EventName>(name: Name): EventPayload<Name> | undefined
  scan(...texts: readonly string[]): Promise<void>
  /** As when a page has loaded. */
  greet(): void
  /** As the page's own origin serves it. */
  photo(name: string): ReturnType<StationHost['photo']>
  close(): Promise<void>
}

interface StationOptions {
  readonly home?: string
  /** Without a pairing code somebody has to type one. */
  readonly server: Pick<Sandbox, 'url'> & { readonly pairingCode?: string }
  /** Address of the printer; the virtual one by default. */
  readonly printer?: string
  readonly language?: 'zpl' | 'tspl' | 'escpos'
  readonly dpi?: 203 | 300
  readonly media?: LabelMedia
  /** A second, virtual printer that holds this, for the labels of units. */
  readonly unitMedia?: LabelMedia
  readonly scale?: 'virtual' | null
  /** Several benches weigh on the scale. */
  readonly isScaleShared?: boolean
  /** Rolls of pre-printed marks, as `settings.json` names them. */
  readonly markRolls?: readonly object[]
  /** Who may sign in, as `settings.json` names them. */
  readonly operators?: readonly object[]
  /** As `settings.json` names them. */
  readonly scanners?: readonly object[]
  /** Who says which file to read and where to keep one. */
  readonly pickers?: ServiceParts['pickers']
  readonly photoFetch?: NonNullable<ServiceParts['photoFetch']>
}

const memoryCredentials = (): KeptCredentials => {
  let kept: string | null = null
  return {
    isProtected: true,
    load: () => kept,
    save: (token) => {
      kept = token
    },
  }
}

/**
 * Threads share the WebAssembly of a module while one of them holds it: this printer, which nobody prints on, spares the
 * printer of each further station of a file the compiling, which takes longer than a label.
 */
const compiled = createVirtualPrinter({ workerUrl: stationSources.workers.virtualPrinter })
afterAll(() => compiled.close())

/** The station as the app wires it, under plain Node: real store, real server, real printer; only the window is missing. */
export const startStation = (
  options: StationOptions,
  credentials: KeptCredentials = memoryCredentials(),
): TestStation => {
  const home = options.home ?? tempFolder()
  mkdirSync(home, { recursive: true })
  const { server, printer = 'virtual', language = 'zpl', dpi = 203 } = options
  const { media = '100x150', scale = 'virtual', unitMedia } = options
  writeFileSync(
    join(home, 'settings.json'),
    JSON.stringify({
      mode: 'live',
      station: { name: '打包台 7' },
      api: { url: server.url, pairingCode: server.pairingCode },
      printers: [
        { id: 'p1', name: 'P1', address: printer, language, dpi, media },
        ...(unitMedia === undefined
          ? []
          : [{ id: 'p2', address: 'virtual', language: 'zpl', dpi: 203, media: unitMedia }]),
      ],
      ...(unitMedia === undefined ? {} : { defaultPrinter: 'p1', labelPrinters: { unit: 'p2' } }),
      scale:
        scale === null
          ? null
          : { address: scale, protocol: 'virtual', shared: options.isScaleShared ?? false },
      ...(options.markRolls === undefined ? {} : { markRolls: options.markRolls }),
      ...(options.operators === undefined ? {} : { operators: options.operators }),
      ...(options.scanners === undefined ? {} : { scanners: options.scanners }),
    }),
  )
  if (printer === 'virtual') compiled.warmUp()
  const events = new Map<EventName, unknown>()
  const host = createStationHost({
    start: (storeDamaged, settingsChanged) =>
      startServices({
        home,
        settings: loadSettings(home),
        saveLanguage: () => undefined,
        savePrinters: (printers) => {
          savePrinters(home, printers)
          settingsChanged()
        },
        saveDevices: (choice) => {
          saveDevices(home, choice)
          settingsChanged()
        },
        copyText: () => Promise.resolve(),
        version: '0.0.0-test',
        ...stationSources,
        ...(options.pickers === undefined ? {} : { pickers: options.pickers }),
        ...(options.photoFetch === undefined ? {} : { photoFetch: options.photoFetch }),
        credentials,
        publish: (name, payload) => events.set(name, payload),
        storeDamaged,
        log: pino({ level: 'silent' }),
      }),
    stopped: (stoppedBy) => ({
      handlers: {},
      stoppedBy,
      photo: () => Promise.resolve(null),
      greet: () => undefined,
      close: () => Promise.resolve(),
    }),
    changed: () => undefined,
    log: () => undefined,
  })
  let closing: Promise<void> | null = null
  const close = (): Promise<void> => (closing ??= host.close())
  onTestFinished(close)

  const ask: TestStation['ask'] = async (name, input) => {
    const handler = host.handlers[name]
    if (handler === undefined) throw host.stoppedBy ?? new Error(`no handler for ${name}`)
    return handler(input)
  }
  return {
    ask,
    greet: () => host.greet(),
    photo: (name) => host.photo(name),
    latest: (name) => events.get(name) as never,
    scan: async (...texts) => {
      for (const text of texts) await ask('bench.scan', text)
    },
    close,
  }
}
