import Database from 'better-sqlite3'

/** The plainest durable write: one row the size of all that a scan writes, in a transaction of its own. */
export interface FullInsert {
  /** @returns milliseconds of one insert */
  next(): number
  close(): void
}

/** Bytes of the rows that a scan writes: the scan itself, the bench, the contents and the order line. */
const rowBytes = 1_000

export const openFullInsert = (file: string): FullInsert => {
  const database = new Database(file)
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  database.exec(
    'create table rows (id integer primary key autoincrement, body text not null) strict',
  )
  const insert = database.prepare<[string]>('insert into rows (body) values (?)')
  const body = 'x'.repeat(rowBytes)
  return {
    next: () => {
      const begun = performance.now()
      insert.run(body)
      return performance.now() - begun
    },
    close: () => void database.close(),
  }
}
