import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'

/** All that a store holds, as one hash. */
export const storeDigest = (file: string): string => {
  const database = new Database(file, { readonly: true })
  try {
    const tables = database
      .prepare<[], string>(
        `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`,
      )
      .pluck()
      .all()
    const hash = createHash('sha256')
    for (const table of tables) {
      hash.update(table)
      for (const row of database.prepare(`select * from "${table}"`).raw().all()) {
        hash.update(JSON.stringify(row))
      }
    }
    return hash.digest('hex')
  } finally {
    database.close()
  }
}
