import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { launchArguments, readElectronRuntime } from '#scripts/electron-runtime.ts'
import { askStation } from '#tests/e2e/support/ask-station.ts'
import { liveSettings, type ScannerSettings } from '#tests/e2e/support/station-settings.ts'
import { plugInScanner, type WedgeScanner } from '#tests/e2e/support/wedge-scanner.ts'
import { benchOrderNo } from './goods.ts'
import { waitFor } from './wait-for.ts'

export interface BenchApp {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly scanner: WedgeScanner
  close(): Promise<void>
}

interface Parts {
  readonly home: string
  readonly server: { readonly url: string; readonly pairingCode: string }
  /** `virtual` unless told otherwise. */
  readonly printer?: string
  readonly scanners?: readonly ScannerSettings[]
}

/** The built app as a packer starts it: answers are not checked against the contract as in the tests. */
export const launchApp = async ({
  home,
  server,
  printer = 'virtual',
  scanners = [{ id: 'wedge', address: 'wedge' }],
}: Parts): Promise<BenchApp> => {
  mkdirSync(home, { recursive: true })
  writeFileSync(
    join(home, 'settings.json'),
    JSON.stringify(liveSettings({ server, printer, scanners })),
  )
  const electron = await _electron.launch({
    executablePath: readElectronRuntime().executable,
    args: launchArguments(),
    env: { ...process.env, LINKSTAR_HOME: home },
  })
  const page = await electron.firstWindow()
  const scanner = await plugInScanner(page)
  return { electron, page, scanner, close: () => electron.close() }
}

/** Waits for the order, codes, numbers and rights, and opens the order. */
export const openAppOrder = async ({ page }: BenchApp): Promise<void> => {
  await waitFor('the order', async () => {
    const health = await askStation(page, 'sync.health', undefined)
    if (!health.ok) return false
    const { sync, codesLeft, lastPullAt } = health.value
    return (
      sync.state === 'online' && sync.pending === 0 && codesLeft > 0 && lastPullAt.changes !== null
    )
  })
  const opened = await askStation(page, 'bench.open', benchOrderNo)
  if (!opened.ok) throw new Error(opened.error.message)
  await page.getByTestId('scan-feedback').waitFor({ state: 'attached' })
}
