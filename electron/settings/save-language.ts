import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import type { Language } from '#shared/contract/views.ts'
import { readSettingsJson, settingsFile } from './settings-file.ts'
import { parseSettings } from './settings-text.ts'

/** The whole new file or the whole old one, whatever happens in between. */
const writeAtomically = (file: string, text: string): void => {
  const fresh = `${file}.new`
  try {
    const handle = openSync(fresh, 'w', 0o600)
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

/**
 * Sets the language and leaves all else as it is.
 * @throws AppError settings-invalid when the file is invalid: it is then left untouched
 */
export const saveLanguage = (home: string, language: Language): void => {
  const file = settingsFile(home)
  const found = readSettingsJson(file)
  if (found !== null) parseSettings(found.json, file)
  mkdirSync(home, { recursive: true })
  const settings = { ...(found?.json as object | undefined), language }
  writeAtomically(file, `${JSON.stringify(settings, null, 2)}\n`)
}
