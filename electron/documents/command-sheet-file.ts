import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createWorkerCalls } from '#electron/workers/index.ts'
import { AppError } from '#shared/errors.ts'
import type { CommandSheetInput } from './command-sheet.ts'

export interface CommandSheets {
  /**
   * Makes the sheet, keeps it as `documents/command-sheet-<language>.pdf` and gives its path.
   * Rejects with AppError document-unwritable, or a retryable `internal` when the worker died.
   */
  make(input: CommandSheetInput): Promise<string>
  close(): Promise<void>
}

const keep = async (folder: string, name: string, pdf: Uint8Array): Promise<string> => {
  const file = join(folder, name)
  const unfinished = `${file}.part`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(unfinished, pdf)
    // A viewer never sees half a sheet.
    await rename(unfinished, file)
    return file
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new AppError('document-unwritable', `cannot write ${file}: ${String(cause)}`, {
      details: { file },
      retryable: true,
      cause,
    })
  }
}

/** Command sheets in `<home>/documents`, made in a worker: reading the font alone takes longer than a scan may wait. */
export const createCommandSheets = (parts: {
  readonly home: string
  readonly workerUrl: URL
}): CommandSheets => {
  const calls = createWorkerCalls<CommandSheetInput, Uint8Array>(parts.workerUrl)
  return {
    make: async (input) => {
      const pdf = await calls.call(input)
      const name = `command-sheet-${input.language}.pdf`
      return keep(join(parts.home, 'documents'), name, pdf)
    },
    close: calls.close,
  }
}
