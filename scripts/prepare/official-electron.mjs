import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { pinnedNode, root } from './paths.mjs'
import { step } from './run-command.mjs'

/** @typedef {import("./electron-runtime.mjs").Runtime} Runtime */

const packageFolder = join(root, 'node_modules/electron')
const reachableWithinMs = 4_000

/** The Electron that package.json names, and where it would come from. */
export function officialElectron() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const mirror =
    process.env['ELECTRON_MIRROR'] ||
    process.env['npm_config_electron_mirror'] ||
    'https://github.com/electron/electron/releases/download/'
  return { version, mirror, name: `Electron ${version} from ${mirror}` }
}

/** @returns {Runtime | undefined} */
export function findOfficialElectron() {
  const { version } = officialElectron()
  const dist = join(packageFolder, 'dist')
  // path.txt is what Electron's own installer writes last.
  const executable = join(dist, readOrEmpty(join(packageFolder, 'path.txt')))
  const installed = readOrEmpty(join(dist, 'version')).replace(/^v/, '')
  return installed === version && executable !== dist && existsSync(executable)
    ? { executable, version, source: 'official' }
    : undefined
}

/** Undefined when the release server does not answer, which is ordinary behind a firewall. */
export async function fetchOfficialElectron() {
  const { mirror, version, name } = officialElectron()
  if (!(await answers(`${mirror}v${version}/SHASUMS256.txt`))) return undefined
  // Electron's own installer verifies the checksum and keeps its download in its own cache.
  step(`Fetching ${name}`, () =>
    spawnSync(pinnedNode, [join(packageFolder, 'install.js')], { stdio: 'inherit' }),
  )
  return findOfficialElectron()
}

/** @param {string} url */
async function answers(url) {
  // Node's fetch knows no proxy, Electron's installer does: leave the attempt to it.
  if (process.env['ELECTRON_GET_USE_PROXY']) return true
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(reachableWithinMs) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}
