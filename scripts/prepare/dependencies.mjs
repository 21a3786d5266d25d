import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { pinnedNode, root } from './paths.mjs'
import { runNpm, step } from './run-command.mjs'
import { swapIn } from './sealed-folder.mjs'
import { SetupError } from './setup-error.mjs'
import { discard, newWorkFolder } from './work-folder.mjs'

/** node_modules holds exactly what package-lock.json names, and the pinned Node in it runs. */
export function ensureDependencies() {
  if (lockIsInstalled() && pinnedNodeRuns()) return
  step('Installing the Node packages of package-lock.json (about a minute)', install)
  if (!pinnedNodeRuns()) {
    throw new SetupError(
      `The pinned Node does not run (${pinnedNode}). Delete node_modules and start again.`,
    )
  }
}

// `npm ci` in place would leave a half-filled node_modules when it is killed, with its orphaned children
// still writing into it while the next run starts.
function install() {
  const work = newWorkFolder('project')
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
      copyFileSync(join(root, file), join(work, file))
    }
    const remedy = 'Check that the npm registry can be reached (`npm ping`), then start again.'
    // Of all install scripts only the one that brings the pinned Node is wanted: better-sqlite3's, for one,
    // would have npm compile although a binary is there.
    runNpm(['ci', '--ignore-scripts'], { cwd: work, remedy })
    runNpm(['rebuild', 'node', '--ignore-scripts=false'], { cwd: work, remedy })
    swapIn(join(work, 'node_modules'), join(root, 'node_modules'), join(work, 'previous'))
  } finally {
    discard(work)
  }
}

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

// npm keeps its own record of what it installed: comparing it with the lock needs no stamp of ours.
function lockIsInstalled() {
  const locked = readPackages('package-lock.json')
  const installed = readPackages('node_modules/.package-lock.json')
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    // Packages for other platforms are locked but never installed.
    if (!found) return wanted.optional || wanted.devOptional
    return found.version === wanted.version && existsSync(join(root, path, 'package.json'))
  })
}

/** @param {string} lockFile @returns {Record<string, LockedPackage>} */
function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages
  } catch {
    return {}
  }
}

function pinnedNodeRuns() {
  return spawnSync(pinnedNode, ['--version']).status === 0
}
