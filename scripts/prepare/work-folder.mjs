import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { cacheFolder, root } from './paths.mjs'

// Half-made artefacts live beside their final place, so that one rename on the same disk publishes them.
const nurseries = [join(root, 'out/prepare'), join(cacheFolder, 'unfinished')]

/** A new empty folder on the disk of the project's `out`, or of the cache. @param {"project" | "cache"} disk */
export function newWorkFolder(disk) {
  const nursery = disk === 'project' ? nurseries[0] : nurseries[1]
  mkdirSync(/** @type {string} */ (nursery), { recursive: true })
  return mkdtempSync(join(/** @type {string} */ (nursery), `${process.pid}-`))
}

/** @param {string} folder */
export function discard(folder) {
  // An orphan of a killed run may still write in there; the next run tries again.
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch {}
}

/** Clears what killed runs left behind. Folders of a run that is still alive are kept. */
export function removeAbandonedWork() {
  for (const nursery of nurseries) {
    for (const name of listOrNothing(nursery)) {
      if (!isAlive(Number.parseInt(name, 10))) discard(join(nursery, name))
    }
  }
}

/** @param {string} folder */
function listOrNothing(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
