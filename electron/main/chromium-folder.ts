import { accessSync, constants, mkdirSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What Chromium may fill with caches, in bytes; with less room the disk belongs to the store alone. */
const roomForChromium = 200_000_000

const hasRoom = (folder: string): boolean => {
  accessSync(folder, constants.W_OK)
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > roomForChromium
}

/** Where Chromium keeps its own files: in the data folder, or in a temporary one where that is full or read-only. */
export const chromiumFolder = (home: string): string => {
  const folder = join(home, 'chromium')
  try {
    mkdirSync(folder, { recursive: true })
    if (hasRoom(folder)) return folder
  } catch {
    // The store names the trouble with the data folder; Chromium only needs another place.
  }
  return mkdtempSync(join(tmpdir(), 'linkstar-station-'))
}
