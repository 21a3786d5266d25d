import Database from 'better-sqlite3'
import { join } from 'node:path'

export interface FolderLock {
  release(): void
}

/**
 * Held for as long as the store is open; the system drops it with the process, however that ends.
 * @throws SqliteError SQLITE_BUSY when another program holds it
 */
export const lockFolder = (folder: string): FolderLock => {
  const lock = new Database(join(folder, 'station.lock'), { timeout: 0 })
  try {
    lock.pragma('locking_mode = exclusive')
    lock.exec('begin exclusive')
    return { release: () => void lock.close() }
  } catch (error) {
    lock.close()
    throw error
  }
}
