import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const appFolder = join(import.meta.dirname, '..')

/** The Electron that the set-up chose for this machine; `version` is what the tests ran on. */
export interface ElectronRuntime {
  readonly executable: string
  readonly version: string
  readonly source: 'official' | 'registry'
}

/** Reads the choice of `scripts/prepare.mjs`. Throws when the set-up has not run yet. */
export function readElectronRuntime(): ElectronRuntime {
  try {
    return JSON.parse(readFileSync(join(appFolder, 'out/runtime.json'), 'utf8')) as ElectronRuntime
  } catch (cause) {
    throw new Error('No Electron has been set up yet: run `node scripts/prepare.mjs` first.', {
      cause,
    })
  }
}

/** Arguments that make Electron run this app, followed by the app's own. */
export function launchArguments(appArguments: readonly string[] = []): string[] {
  // Chromium refuses its sandbox to root, which is who runs the tests in a container.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...sandbox, appFolder, ...appArguments]
}

/** Whether a window can be shown here. */
export function hasDisplay(): boolean {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
  )
}
