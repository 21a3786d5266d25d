import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { parseJson } from './settings-text.ts'

export const settingsFile = (home: string): string => join(home, 'settings.json')

const unreadable = (file: string, reason: string, cause: unknown): AppError =>
  new AppError('settings-invalid', `${file}: ${reason}`, {
    details: { file, path: '', reason, issues: 1 },
    cause,
  })

/**
 * The JSON in the file, or null when there is no file.
 * @throws AppError settings-invalid
 */
export const readSettingsJson = (file: string): { readonly json: unknown } | null => {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw unreadable(file, error instanceof Error ? error.message : String(error), error)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { json: parseJson(text, file) }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unreadable(file, 'is not UTF-8 text', error)
  }
}
