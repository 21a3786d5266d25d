import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

import { cacheFolder, pinnedNode, root } from './paths.mjs'
import { run, step } from './run-command.mjs'
import { isIntact, sealFolder } from './sealed-folder.mjs'
import { aptInstall, canInstall, ensureCompiler } from './system-packages.mjs'
import { discard, newWorkFolder } from './work-folder.mjs'

const packageFolder = join(root, 'node_modules/better-sqlite3')
const bindingName = 'better_sqlite3.node'
const installed = join(packageFolder, 'build/Release', bindingName)

/**
 * better-sqlite3 ships binaries for Node-API 10 (Node 24, Electron 36 and newer). Electron 33 has Node-API 9 and
 * crashes with them, so for that runtime the same source is compiled once; the result serves Node 24 as well.
 * @param {import("./electron-runtime.mjs").Runtime} runtime
 */
export function ensureSqliteBinding(runtime) {
  if (runtime.source === 'official') {
    rmSync(installed, { force: true })
    return
  }
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const key = `better-sqlite3-${version}-electron-${runtime.version}-linux-x64`
  const folder = join(cacheFolder, key)
  if (!isIntact(folder, key)) {
    ensureCompiler()
    step('Compiling the SQLite binding for this Electron (once a machine, 1-3 minutes)', () =>
      sealFolder({ folder, key, disk: 'cache' }, (fresh) => compileInto(fresh, runtime)),
    )
  }
  install(join(folder, bindingName))
}

/** @param {string} folder @param {import("./electron-runtime.mjs").Runtime} runtime */
function compileInto(folder, runtime) {
  const work = newWorkFolder('project')
  const source = join(work, 'better-sqlite3')
  const built = join(source, 'build/Release', bindingName)
  const remedy = 'Start again; if it fails again, report the lines above.'
  try {
    cpSync(packageFolder, source, { recursive: true })
    rmSync(join(source, 'build'), { recursive: true, force: true })
    run(
      pinnedNode,
      [
        join(root, 'node_modules/node-gyp/bin/node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        '--jobs=max',
        ...nodeHeaders(),
      ],
      {
        cwd: source,
        env: {
          CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
        },
        remedy,
      },
    )
    // A binding that the runtime cannot load must never be published.
    run(runtime.executable, ['-e', openMemoryDatabase, built], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
      remedy,
    })
    copyFileSync(built, join(folder, bindingName))
  } finally {
    discard(work)
  }
}

const openMemoryDatabase =
  'new (require("better-sqlite3"))(":memory:", { nativeBinding: process.argv[1] }).close()'

/** Headers of an installed Node, since nodejs.org may be out of reach; none found leaves the download to node-gyp. */
function nodeHeaders() {
  const prefixes = [dirname(dirname(process.execPath)), '/usr', '/usr/local']
  const find = () => prefixes.find((prefix) => existsSync(join(prefix, 'include/node/common.gypi')))
  if (!find() && canInstall()) aptInstall(['libnode-dev'])
  const prefix = find()
  return prefix ? [`--nodedir=${prefix}`] : []
}

/** @param {string} binding */
function install(binding) {
  if (existsSync(installed) && readFileSync(installed).equals(readFileSync(binding))) return
  mkdirSync(dirname(installed), { recursive: true })
  const draft = `${installed}.${process.pid}`
  copyFileSync(binding, draft)
  renameSync(draft, installed)
}
