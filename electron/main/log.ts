import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'

/** The log is started anew above this size, in bytes; one older file is kept. */
const rotateAbove = 5_000_000

const rotate = (file: string): void => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > rotateAbove) renameSync(file, `${file}.1`)
}

/** Logs to `logs/station.log` in the data folder, and to standard error where that cannot be written. */
export const createLog = (home: string): Logger => {
  const options = { base: null, redact: ['token', '*.token', 'pairingCode', '*.pairingCode'] }
  try {
    const folder = join(home, 'logs')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'station.log')
    rotate(file)
    return pino(options, pino.destination({ dest: file, sync: true }))
  } catch (error) {
    const log = pino(options, pino.destination({ dest: 2, sync: true }))
    log.error({ err: error }, 'the log folder cannot be written: logging to standard error')
    return log
  }
}
