import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

import { discard, newWorkFolder } from './work-folder.mjs'

// A sealed folder is filled out of sight, listed file by file, and renamed into place. It is therefore
// whole or absent, and a file lost or cut short later is noticed by its size.
const sealName = '.sealed.json'

/** True when `folder` was made for `key` and still holds every file. @param {string} folder @param {string} key */
export function isIntact(folder, key) {
  try {
    /** @type {{ key: string, sizes: Record<string, number> }} */
    const seal = JSON.parse(readFileSync(join(folder, sealName), 'utf8'))
    return (
      seal.key === key &&
      Object.entries(seal.sizes).every(([file, size]) => statSync(join(folder, file)).size === size)
    )
  } catch {
    return false
  }
}

/**
 * Replaces `folder` by what `fill` writes into an empty one.
 * @param {{ folder: string, key: string, disk: "project" | "cache" }} target
 * @param {(emptyFolder: string) => void} fill
 */
export function sealFolder({ folder, key, disk }, fill) {
  const work = newWorkFolder(disk)
  try {
    const fresh = join(work, 'fresh')
    mkdirSync(fresh)
    fill(fresh)
    writeFileSync(join(fresh, sealName), JSON.stringify({ key, sizes: fileSizes(fresh) }, null, 1))
    swapIn(fresh, folder, join(work, 'previous'))
  } catch (error) {
    // Another run may have published the same artefact in the meantime.
    if (!isIntact(folder, key)) throw error
  } finally {
    discard(work)
  }
}

/** Puts `fresh` where `folder` is; the old one goes to `previous`. @param {string} fresh @param {string} folder @param {string} previous */
export function swapIn(fresh, folder, previous) {
  mkdirSync(dirname(folder), { recursive: true })
  try {
    renameSync(folder, previous)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error
  }
  renameSync(fresh, folder)
}

/** @param {string} folder */
function fileSizes(folder) {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file), statSync(file).size]),
  )
}
