// The least that Electron can be: one sandboxed window of the station's size with one word in it.
import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'

const open = async () => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  await window.loadFile(join(import.meta.dirname, 'index.html'))
}

app.on('window-all-closed', () => app.quit())
// Not awaited here: the app is only ready once its code has run.
void app.whenReady().then(open)
