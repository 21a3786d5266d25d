import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import type { DeviceSettings } from '#shared/domain/device-settings.ts'
import type { PrinterConfig, PrinterSettings } from '#shared/domain/printer-config.ts'
import type { Language } from '#shared/contract/views.ts'
import { AppError } from '#shared/errors.ts'
import type { SettingsJson } from './settings-schema.ts'
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
 * Changes some keys and leaves all else as it is.
 * @throws AppError settings-invalid when the file is invalid, or would be: it is then left untouched
 */
const change = (home: string, changes: Partial<SettingsJson>): void => {
  const file = settingsFile(home)
  const found = readSettingsJson(file)
  if (found !== null) parseSettings(found.json, file)
  const settings = { ...(found?.json as object | undefined), ...changes }
  parseSettings(settings, file)
  mkdirSync(home, { recursive: true })
  writeAtomically(file, `${JSON.stringify(settings, null, 2)}\n`)
}

/** @throws AppError settings-invalid when the file is invalid: it is then left untouched */
export const saveLanguage = (home: string, language: Language): void => change(home, { language })

/** What a printer leaves to itself is not written down. */
const printerJson = ({ offset, speed, darkness, ...printer }: PrinterConfig): PrinterJson => ({
  ...printer,
  ...(offset.x === 0 && offset.y === 0 ? {} : { offset: { ...offset } }),
  ...(speed === null ? {} : { speed }),
  ...(darkness === null ? {} : { darkness }),
})

type PrinterJson = NonNullable<SettingsJson['printers']>[number]

/** As `change`, with a code of its own for what the settings do not let through. */
const changeSetup = (
  home: string,
  changes: Partial<SettingsJson>,
  refused: 'printer-setup-invalid' | 'device-setup-invalid',
): void => {
  try {
    change(home, changes)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'settings-invalid') throw error
    const { path = '', reason = '' } = error.details
    throw new AppError(refused, error.message, { details: { path, reason } })
  }
}

/**
 * @throws AppError printer-setup-invalid with the key and the reason: the file is then left untouched
 */
export const savePrinters = (home: string, settings: PrinterSettings): void => {
  const { printers, defaultPrinter, labelPrinters } = settings
  changeSetup(
    home,
    { printers: printers.map(printerJson), defaultPrinter, labelPrinters: { ...labelPrinters } },
    'printer-setup-invalid',
  )
}

/**
 * @throws AppError device-setup-invalid with the key and the reason: the file is then left untouched
 */
export const saveDevices = (home: string, { scanners, scale }: DeviceSettings): void =>
  changeSetup(
    home,
    {
      scanners: scanners.map(({ name, ...scanner }) =>
        name === scanner.id ? scanner : { ...scanner, name },
      ),
      scale,
    },
    'device-setup-invalid',
  )
