import { BrowserWindow, dialog, type FileFilter } from 'electron'
import type { ServiceParts } from './services.ts'

const workbook: FileFilter = { name: 'Excel (.xlsx)', extensions: ['xlsx'] }
const text: FileFilter = { name: 'CSV (.csv)', extensions: ['csv'] }
const both: FileFilter = { name: 'Excel, CSV', extensions: ['xlsx', 'csv', 'txt'] }

/** A person says which file; the page never learns where it is. */
export const createFilePickers = (): ServiceParts['pickers'] => {
  const window = (): BrowserWindow => {
    const [first] = BrowserWindow.getAllWindows()
    if (first === undefined) throw new Error('there is no window to ask in')
    return first
  }
  return {
    open: async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openFile'],
        filters: [both],
      })
      return filePaths[0] ?? null
    },
    save: async (suggested) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: suggested,
        filters: [workbook, text],
      })
      return canceled || filePath === '' ? null : filePath
    },
  }
}
