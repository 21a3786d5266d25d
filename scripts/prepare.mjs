// Sets the station up: `npm start`, `npm test` and `npm run demo` call this first.
// The machine's own Node (20 or newer) runs it before node_modules exists, so it is plain JavaScript
// and needs nothing but Node. Every step looks at what is really there and repairs it.
import { parseArgs } from 'node:util'

import { ensureAppBuild } from './prepare/app-build.mjs'
import { ensureDependencies } from './prepare/dependencies.mjs'
import { ensureElectron } from './prepare/electron-runtime.mjs'
import { SetupError } from './prepare/setup-error.mjs'
import { ensureSqliteBinding } from './prepare/sqlite-binding.mjs'
import { ensureSystemPackages } from './prepare/system-packages.mjs'
import { ensureWine } from './prepare/wine.mjs'
import { removeAbandonedWork } from './prepare/work-folder.mjs'

const { values: options } = parseArgs({
  options: {
    'dependencies-only': { type: 'boolean', default: false },
    'with-test-tools': { type: 'boolean', default: false },
    'with-wine': { type: 'boolean', default: false },
  },
})

try {
  removeAbandonedWork()
  ensureDependencies()
  if (options['with-wine']) ensureWine()
  if (!options['dependencies-only']) {
    ensureSystemPackages({ withTestTools: options['with-test-tools'] })
    const runtime = await ensureElectron()
    ensureSqliteBinding(runtime)
    ensureAppBuild()
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`\nSet-up stopped: ${error.message}`)
  process.exitCode = 1
}
