import { BrowserWindow } from 'electron'
import { appOrigin } from './security.ts'

/** The station's one window: sandboxed, isolated, and without any Node in the page. */
export const createMainWindow = (preload: string): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: '#f4f5f8',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      spellcheck: false,
      // The loop must answer as fast behind another window as in front.
      backgroundThrottling: false,
    },
  })
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
  return window
}

export const loadStation = (window: BrowserWindow): Promise<void> => window.loadURL(`${appOrigin}/`)
