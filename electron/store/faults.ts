import { AppError, type ErrorCode } from '#shared/errors.ts'

const codes: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'store-full'],
  ['SQLITE_READONLY', 'store-read-only'],
  ['SQLITE_CANTOPEN', 'store-read-only'],
  ['SQLITE_PERM', 'store-read-only'],
  ['SQLITE_CORRUPT', 'store-corrupt'],
  ['SQLITE_NOTADB', 'store-corrupt'],
  ['SQLITE_BUSY', 'store-in-use'],
  ['SQLITE_LOCKED', 'store-in-use'],
  ['EROFS', 'store-read-only'],
  ['EACCES', 'store-read-only'],
  ['ENOSPC', 'store-full'],
]

/** The named fault behind an error of SQLite or the file system; other errors come back as they are. */
export const storeFault = (error: unknown, file: string): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return error
  const found = error.code
  const match = codes.find(([prefix]) => found.startsWith(prefix))
  return match === undefined
    ? error
    : new AppError(match[1], error.message, { details: { file, fault: found }, cause: error })
}
