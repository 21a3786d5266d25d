import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { largestFile } from './grid.ts'
import type { ChosenFile } from './import-desk.ts'

/**
 * Reads a file that a person chose, no more of it than may be taken.
 * @throws AppError sheet-too-large, sheet-unreadable
 */
export const readChosenFile = async (path: string): Promise<ChosenFile> => {
  const name = basename(path)
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size > largestFile) {
        throw new AppError('sheet-too-large', `${name}: ${size} bytes`, { details: { file: name } })
      }
      return { name, bytes: new Uint8Array(await file.readFile()) }
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('sheet-unreadable', `cannot read ${name}: ${String(cause)}`, {
      details: { file: name },
      cause,
    })
  }
}
