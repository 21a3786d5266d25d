import Database from 'better-sqlite3'

/** How far a store has come; two copies of one history that are equal here hold the same commands and scans. */
export interface StorePosition {
  readonly epoch: number
  readonly lastSeq: number
  /** Of all epochs. */
  readonly commands: number
  readonly scans: number
}

export const positionOf = (database: Database.Database): StorePosition =>
  database
    .prepare<[], StorePosition>(
      `select coalesce((select epoch from station), 0) as epoch,
        coalesce((select last_seq from station), 0) as lastSeq,
        (select count(*) from outbox) as commands,
        (select coalesce(max(id), 0) from scans) as scans`,
    )
    .get() ?? { epoch: 0, lastSeq: 0, commands: 0, scans: 0 }

export const readDatabase = <T>(file: string, read: (database: Database.Database) => T): T => {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

const isDamage = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)

/** Runs a check; damage that stops it from running at all is an answer too. */
const findings = (check: () => string | null): string | null => {
  try {
    return check()
  } catch (error) {
    if (isDamage(error)) return error.message
    throw error
  }
}

/** The quick check: every page can be read. @returns what is wrong, or null. Changes nothing, not even the log beside the file */
export const quickCheck = (file: string): string | null =>
  findings(() =>
    readDatabase(file, (database) => {
      const found = String(database.pragma('quick_check(1)', { simple: true }))
      return found === 'ok' ? null : found
    }),
  )

/** The full check: pages, indexes, constraints and references. @returns what is wrong, or null */
export const fullCheck = (file: string): string | null =>
  findings(() =>
    readDatabase(file, (database) => {
      const found = String(database.pragma('integrity_check(1)', { simple: true }))
      if (found !== 'ok') return found
      const [orphan] = database.pragma('foreign_key_check') as { readonly table: string }[]
      return orphan === undefined ? null : `a row of ${orphan.table} refers to what is not there`
    }),
  )
