import { mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type DestinationStream, type Logger } from 'pino'

/** The log is started anew above this size, in bytes; one older file is kept. */
const rotateAbove = 5_000_000

const rotate = (file: string): void => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > rotateAbove) renameSync(file, `${file}.1`)
}

const stderr = 2

const tryWrite = (fd: number, line: string): boolean => {
  try {
    writeSync(fd, line)
    return true
  } catch {
    return false
  }
}

/** A full disk must not end the program that is about to say so: what cannot be logged goes to standard error, or nowhere. */
const lines = (fd: number): DestinationStream => ({
  write: (line) => {
    if (!tryWrite(fd, line) && fd !== stderr) tryWrite(stderr, line)
  },
})

/** Logs to `logs/station.log` in the data folder, and to standard error where that cannot be written. */
export const createLog = (home: string): Logger => {
  const options = { base: null, redact: ['token', '*.token', 'pairingCode', '*.pairingCode'] }
  try {
    const folder = join(home, 'logs')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'station.log')
    rotate(file)
    return pino(options, lines(openSync(file, 'a')))
  } catch (error) {
    const log = pino(options, lines(stderr))
    log.error({ err: error }, 'the log folder cannot be written: logging to standard error')
    return log
  }
}
