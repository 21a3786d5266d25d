import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './durable-files.ts'

const markOf = (folder: string): string => join(folder, 'station.open')

/** Notes that the store is open. @returns whether it was never closed before: killed, or the power was cut */
export const noteOpen = (folder: string): boolean => {
  try {
    const mark = openSync(markOf(folder), 'wx')
    fsyncSync(mark)
    closeSync(mark)
    syncFolder(folder)
    return false
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return true
    throw error
  }
}

export const noteClosed = (folder: string): void => rmSync(markOf(folder), { force: true })
