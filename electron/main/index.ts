import { app, BrowserWindow, clipboard, ipcMain, session, shell } from 'electron'
import { join } from 'node:path'
import { eventChannel } from '#shared/contract/channels.ts'
import { AppError } from '#shared/errors.ts'
import type { AppState } from '#shared/contract/views.ts'
import { appHandlers, isOwnPage, registerRequests } from '#electron/ipc/index.ts'
import {
  loadSettings,
  saveDevices,
  saveLanguage,
  savePrinters,
  stationHome,
} from '#electron/settings/index.ts'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { chromiumFolder } from './chromium-folder.ts'
import { createCredentials } from './credentials.ts'
import { dataFolder } from './data-folder.ts'
import { createFilePickers } from './file-pickers.ts'
import { systemKeyStore } from './key-store.ts'
import { createLog } from './log.ts'
import { publishLater } from './publish.ts'
import { appOrigin, confinePages, grantCameraAlone } from './security.ts'
import { type Services, startServices } from './services.ts'
import { createStationHost, type StationHost } from './station-host.ts'
import { createMainWindow, loadStation } from './windows.ts'

const home = stationHome(process.env, join(app.getPath('appData'), 'linkstar-station'))
// Chromium keeps its own files: they must be writable even where the station's folder is not.
const chromium = chromiumFolder(home)
app.setPath('userData', chromium)
app.setPath('sessionData', chromium)
registerAppScheme()
confinePages(app)

const log = createLog(home)
const built = (path: string): URL => new URL(path, import.meta.url)

const publish = publishLater((name, payload) => {
  for (const window of BrowserWindow.getAllWindows()) {
    window.webContents.send(eventChannel(name), payload)
  }
})

/** Nothing can run, and the page says why. */
const stoppedServices = (stoppedBy: AppError): Services => {
  const state: AppState = {
    language: 'zh-CN',
    mode: 'live',
    station: '',
    version: app.getVersion(),
    boxTypes: [],
    wedges: [],
    problem: stoppedBy.toShape(),
  }
  return {
    handlers: appHandlers({
      state: () => state,
      setLanguage: (language) => publish('app', { ...state, language }),
    }),
    stoppedBy,
    photo: () => Promise.resolve(null),
    greet: () => publish('app', state),
    close: () => Promise.resolve(),
  }
}

const openDocument = async (file: string): Promise<void> => {
  const reason = await shell.openPath(file)
  if (reason === '') return
  throw new AppError('document-unopened', `no viewer for ${file}: ${reason}`, { details: { file } })
}

const openServices = (
  storeDamaged: (fault: AppError) => void,
  settingsChanged: () => void,
): Services => {
  const settings = loadSettings(home)
  const folder = dataFolder(home, settings.mode)
  return startServices({
    home: folder,
    settings,
    saveLanguage: (language) => saveLanguage(home, language),
    savePrinters: (choices) => {
      savePrinters(home, choices)
      settingsChanged()
    },
    saveDevices: (choice) => {
      saveDevices(home, choice)
      settingsChanged()
    },
    version: app.getVersion(),
    resources: join(app.getAppPath(), 'resources'),
    workers: {
      commandSheet: built('./command-sheet-worker.js'),
      label: built('./label-worker.js'),
      sandbox: built('./sandbox-worker.js'),
      sheets: built('./sheet-worker.js'),
      store: built('./store-worker.js'),
      virtualPrinter: built('./virtual-printer-worker.js'),
    },
    openDocument,
    pickers: createFilePickers(),
    copyText: (text) => clipboard.writeText(text),
    credentials: createCredentials(folder, systemKeyStore(), {
      weakStorage: () =>
        log.warn('no key store on this system: the station token is not protected'),
      unreadable: (error) => log.warn({ err: error }, 'the stored token cannot be read'),
    }),
    publish,
    storeDamaged,
    log,
  })
}

const start = async (): Promise<void> => {
  grantCameraAlone(session.defaultSession)
  // The page may ask for a picture before the station behind it stands.
  const station = Promise.withResolvers<Pick<StationHost, 'photo'>>()
  serveApp(
    session.defaultSession.protocol,
    join(app.getAppPath(), 'out/app/renderer'),
    async (name) => (await station.promise).photo(name),
  )
  // The page's process starts and loads beside the store: whatever it asks is heard once all below stands.
  const window = createMainWindow(built('../preload/index.cjs').pathname)
  const loading = loadStation(window)
  const host = createStationHost({
    start: openServices,
    stopped: stoppedServices,
    changed: () => void loadStation(window),
    log: (error, what) => log.error({ err: error }, what),
  })
  station.resolve(host)
  registerRequests({
    station: host,
    handle: (channel, listener) => ipcMain.handle(channel, listener),
    isTrusted: isOwnPage(appOrigin),
    checkOutputs: process.argv.includes('--check-outputs'),
    logFault: (name, error) => log.error({ err: error, request: name }, 'a request failed'),
  })
  window.webContents.on('did-finish-load', () => host.greet())
  // The truth is in main: a page that dies comes back with all of it.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error({ reason }, 'the page has died')
    if (reason !== 'clean-exit') void loadStation(window)
  })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void host.close().finally(() => app.exit())
  })
  await loading
}

const giveUp = (error: unknown): void => {
  log.fatal({ err: error }, 'the station stops')
  app.exit(1)
}

if (app.requestSingleInstanceLock()) {
  process.on('uncaughtException', giveUp)
  process.on('unhandledRejection', giveUp)
  app.whenReady().then(start).catch(giveUp)
} else {
  process.stderr.write(
    `The station is already running on ${home}: its window has been brought to the front.\n`,
  )
  app.exit(0)
}
