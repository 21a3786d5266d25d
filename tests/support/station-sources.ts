import { join } from 'node:path'
import type { ServiceParts } from '#electron/main/services.ts'

const root = join(import.meta.dirname, '../..')
const source = (path: string): URL => new URL(path, new URL(`file://${root}/`))

/** Where a station under plain Node finds its resources and workers: in the sources, as they stand. */
export const stationSources: Pick<
  ServiceParts,
  'resources' | 'workers' | 'openDocument' | 'pickers'
> = {
  resources: join(root, 'resources'),
  workers: {
    commandSheet: source('electron/documents/command-sheet-worker.ts'),
    label: source('electron/printing/label-worker.ts'),
    sandbox: source('electron/sandbox/sandbox-worker.ts'),
    sheets: source('electron/sheets/sheet-worker.ts'),
    store: source('electron/store/store-worker.ts'),
    virtualPrinter: source('electron/printing/virtual-printer-worker.ts'),
  },
  // Nothing shows documents where there is no desktop.
  openDocument: () => Promise.resolve(),
  // Nobody is there to choose a file.
  pickers: { open: () => Promise.resolve(null), save: () => Promise.resolve(null) },
}
