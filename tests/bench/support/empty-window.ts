import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { launchArguments, readElectronRuntime } from '#scripts/electron-runtime.ts'
import { painted } from './painted.ts'

const appFolder = join(import.meta.dirname, '../baseline/empty-window')
const station = join(import.meta.dirname, '../../..')

/** Starts Electron with one empty window; resolves when it has been painted. */
export const launchEmptyWindow = async (profile: string): Promise<ElectronApplication> => {
  const args = launchArguments().map((argument) => (argument === station ? appFolder : argument))
  const electron = await _electron.launch({
    executablePath: readElectronRuntime().executable,
    args: [...args, `--user-data-dir=${profile}`],
  })
  const page = await electron.firstWindow()
  await page.getByText('Ready').waitFor({ state: 'attached' })
  await painted(page)
  return electron
}
