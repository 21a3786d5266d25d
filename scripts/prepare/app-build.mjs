import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { pinnedNode, root } from './paths.mjs'
import { run, step } from './run-command.mjs'
import { isIntact, sealFolder } from './sealed-folder.mjs'

const builtFrom = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** out/app is the build of the sources as they are now. */
export function ensureAppBuild() {
  const folder = join(root, 'out/app')
  const key = sourcesKey()
  if (isIntact(folder, key)) return
  step('Building the app', () =>
    sealFolder({ folder, key, disk: 'project' }, (fresh) =>
      run(
        pinnedNode,
        [
          join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
          'build',
          '--logLevel=warn',
          `--outDir=${fresh}`,
        ],
        { env: { NO_COLOR: '1' }, remedy: 'Mend the source named above, then start again.' },
      ),
    ),
  )
}

/** Changes with the path, size or time of any source file. */
function sourcesKey() {
  const hash = createHash('sha256')
  for (const path of builtFrom.flatMap(filesUnder).toSorted()) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
