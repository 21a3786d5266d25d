import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/** Only training leaves this folder behind: it tells whose data a folder holds. */
export const trainingServerFolder = 'training-server'

/** All that belongs to a store; what tells its kind comes last, so that a move that was cut short goes on. */
const storeFiles = [
  'station.db-wal',
  'station.db-shm',
  'station.db',
  'station.lock',
  'station.open',
  'backups',
  'credentials.bin',
  trainingServerFolder,
]

const moveAside = (home: string, aside: string): void => {
  mkdirSync(aside, { recursive: true })
  for (const name of storeFiles) {
    if (existsSync(join(home, name))) renameSync(join(home, name), join(aside, name))
  }
}

/**
 * The folder of the store for this mode. Training and live never share one: a trained carton must not reach the real
 * server. A folder that was trained in gives way when the station goes live; later training goes on in `training/`.
 */
export const dataFolder = (home: string, mode: 'training' | 'live'): string => {
  const trained = existsSync(join(home, trainingServerFolder))
  const aside = join(home, 'training')
  if (mode === 'training') {
    const live = !trained && existsSync(join(home, 'station.db'))
    return live || existsSync(aside) ? aside : home
  }
  if (trained) moveAside(home, aside)
  return home
}
