import { closeSync, openSync, readdirSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** SQLite's default. */
export const pageSize = 4_096

export const pagesOf = (file: string): number => {
  const handle = openSync(file, 'r')
  try {
    const count = Buffer.alloc(4)
    // Offset 28 of the header, big-endian: https://www.sqlite.org/fileformat2.html
    readSync(handle, count, 0, 4, 28)
    return count.readUInt32BE()
  } finally {
    closeSync(handle)
  }
}

/** The first page of a table. */
export const firstPageOf = (file: string, table: string): number => {
  const database = new Database(file, { readonly: true })
  try {
    const find = database.prepare<[string], number>(
      'select rootpage from sqlite_schema where name = ?',
    )
    return find.pluck().get(table) ?? 0
  } finally {
    database.close()
  }
}

/** Overwrites a page, counted from 1, as a failing disk would. */
export const spoilPage = (file: string, page: number): void => {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (page - 1) * pageSize)
  } finally {
    closeSync(handle)
  }
}

/** What the station keeps of damaged stores: one list of files each. */
export const damagedStores = (home: string): readonly (readonly string[])[] =>
  readdirSync(home)
    .filter((name) => name.startsWith('damaged-'))
    .map((name) => readdirSync(join(home, name)))
