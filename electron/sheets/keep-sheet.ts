import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { SheetFormat } from './write-book.ts'

/** The format that a person chose by the name of the file. */
export const formatOf = (path: string): SheetFormat =>
  extname(path).toLowerCase() === '.csv' ? 'csv' : 'xlsx'

const known: ReadonlySet<string> = new Set(['.csv', '.xlsx'])
const withExtension = (path: string): string =>
  known.has(extname(path).toLowerCase()) ? path : `${path}.xlsx`

/**
 * Asks where to keep a sheet, makes it and writes it: whole or not at all.
 * @returns its name without the folder, or null when nobody wanted it
 * @throws AppError document-unwritable
 */
export const keepSheet = async (
  choosePath: (suggested: string) => Promise<string | null>,
  suggested: string,
  make: (format: SheetFormat) => Promise<Uint8Array>,
): Promise<string | null> => {
  const chosen = await choosePath(suggested)
  if (chosen === null) return null
  const file = withExtension(chosen)
  const bytes = await make(formatOf(file))
  const unfinished = `${file}.part`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, file)
    return basename(file)
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new AppError('document-unwritable', `cannot write ${file}: ${String(cause)}`, {
      details: { file: basename(file) },
      retryable: true,
      cause,
    })
  }
}
