import { trainingDefaults, type Settings } from './settings-schema.ts'
import { readSettingsJson, settingsFile } from './settings-file.ts'
import { parseSettings } from './settings-text.ts'

/**
 * The station's settings; without a file, those of training mode.
 * @param home the station's data folder
 * @throws AppError settings-invalid
 */
export const loadSettings = (home: string): Settings => {
  const file = settingsFile(home)
  const found = readSettingsJson(file)
  return found === null ? trainingDefaults() : parseSettings(found.json, file)
}
