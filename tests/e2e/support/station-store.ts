import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface StoredCarton {
  readonly code: string
  readonly orderNo: string
  readonly cartonNo: number
  readonly revision: number
  readonly state: string
  readonly gross: number | null
  readonly weightSource: string | null
  readonly weightReason: string | null
  readonly contents: readonly { readonly sku: string; readonly quantity: number }[]
}

export interface StoredPrintJob {
  readonly cartonCode: string
  readonly revision: number
  readonly side: number
  readonly page: number
  readonly copy: number
  readonly state: string
  readonly bytes: Uint8Array | null
  /** Hex, of `bytes`. */
  readonly sha256: string | null
}

/** Reads `station.db` from outside, as an auditor would, while the station runs or after it. */
export const readStore = <Result>(
  home: string,
  read: (db: Database.Database) => Result,
): Result => {
  const db = new Database(join(home, 'station.db'), { readonly: true, fileMustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** Every carton in the store, in the order they were begun. */
export const storedCartons = (home: string): readonly StoredCarton[] =>
  readStore(home, (db) => {
    const rows = db
      .prepare<[], Omit<StoredCarton, 'contents'>>(
        `SELECT code, order_no AS orderNo, carton_no AS cartonNo, revision, state, gross_g AS gross,
           weight_source AS weightSource, weight_reason AS weightReason
         FROM cartons ORDER BY opened_at, code`,
      )
      .all()
    const contents = db.prepare<[string], StoredCarton['contents'][number]>(
      'SELECT sku, quantity FROM carton_contents WHERE code = ? AND quantity > 0 ORDER BY sku',
    )
    return rows.map((row) => ({ ...row, contents: contents.all(row.code) }))
  })

/** Every label that was ever to be printed, in printing order. */
export const storedPrintJobs = (home: string): readonly StoredPrintJob[] =>
  readStore(home, (db) =>
    db
      .prepare<[], StoredPrintJob>(
        `SELECT carton_code AS cartonCode, revision, side, page, copy, state, bytes, sha256
         FROM print_jobs LEFT JOIN label_bytes ON job_id = id ORDER BY id`,
      )
      .all(),
  )

/** Codes of the cartons that are off the bench before they have their marks. */
export const parkedCartons = (home: string): readonly string[] =>
  readStore(home, (db) =>
    db.prepare<[], string>('SELECT code FROM parked_cartons ORDER BY id').pluck().all(),
  )

/** The text of every scan that was judged, in the order they were. */
/** What every scan was judged, oldest first. */
export const judgedScans = (
  home: string,
): readonly { readonly text: string; readonly outcome: string }[] =>
  readStore(home, (db) =>
    db
      .prepare<[], { text: string; outcome: string }>('SELECT text, outcome FROM scans ORDER BY id')
      .all(),
  )

export const storedScans = (home: string): readonly string[] =>
  readStore(home, (db) =>
    db.prepare<[], string>('SELECT text FROM scans ORDER BY id').pluck().all(),
  )
