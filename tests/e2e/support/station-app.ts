import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { launchArguments, readElectronRuntime } from '#scripts/electron-runtime.ts'
import type { StationSettings } from './station-settings.ts'

export interface LaunchOptions {
  /** Data folder; made when it is not there. */
  readonly home: string
  /** Written to `settings.json` first; left alone when absent. */
  readonly settings?: StationSettings
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The real program in its own processes, with its window open. */
export interface StationApp {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly home: string
  /** Warnings, errors and faults of the page since it was opened; policy violations are among them. */
  complaints(): Promise<readonly string[]>
  /** Ends as the packer ends it: by closing the window. */
  close(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

/** A station that does not end by itself within this time, in milliseconds, is killed, and the test fails. */
const closingMs = 15_000

const exited = (electron: ElectronApplication): Promise<void> => {
  const process = electron.process()
  if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => process.once('exit', () => resolve()))
}

const kill = async (electron: ElectronApplication): Promise<void> => {
  const gone = exited(electron)
  electron.process().kill('SIGKILL')
  await gone
}

const close = async (electron: ElectronApplication): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), closingMs)
  })
  const outcome = await Promise.race([electron.close(), late])
  clearTimeout(timer)
  if (outcome !== 'late') return
  await kill(electron)
  throw new Error(`the station did not end within ${closingMs} ms`)
}

const complaintsOf = async (page: Page): Promise<readonly string[]> => {
  const [said, faults] = await Promise.all([page.consoleMessages(), page.pageErrors()])
  const loud = said.filter((message) => ['error', 'warning'].includes(message.type()))
  return [...loud.map((message) => message.text()), ...faults.map(String)]
}

/** Starts the built app as a packer does, with its answers checked against the contract. */
export const launchStation = async (options: LaunchOptions): Promise<StationApp> => {
  const { home, settings, args = [], env = {} } = options
  mkdirSync(home, { recursive: true })
  if (settings !== undefined) {
    writeFileSync(join(home, 'settings.json'), JSON.stringify(settings, null, 2))
  }
  const electron = await _electron.launch({
    executablePath: readElectronRuntime().executable,
    args: launchArguments(['--check-outputs', ...args]),
    env: { ...process.env, LINKSTAR_HOME: home, ...env },
  })
  let ending: Promise<void> | null = null
  try {
    const page = await electron.firstWindow()
    return {
      electron,
      page,
      home,
      complaints: () => complaintsOf(page),
      close: () => (ending ??= close(electron)),
      kill: () => (ending ??= kill(electron)),
    }
  } catch (error) {
    await kill(electron)
    throw error
  }
}
