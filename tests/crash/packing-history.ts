import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect } from 'vitest'

/** What the packer said when it was done with a step. */
export interface Told {
  readonly packed: number
  readonly code: string | null
  readonly cartonNo: number | null
  readonly units: number
  readonly verified: string | null
}

interface StoredCarton {
  readonly cartonNo: number
  readonly state: string
  readonly units: number
}

export interface PackingHistory {
  /**
   * Compares the store with what was told since the last call.
   * @param told in the order it was said
   */
  check(told: readonly Told[]): void
  readonly scans: number
  readonly cartons: number
  /** Scans that were committed and not told any more. */
  readonly untold: number
}

const numberOf = (database: Database.Database, query: string): number =>
  database.prepare<[], number>(query).pluck().get() ?? 0

/** Every acknowledged scan is there, at most one more is, and no code or sequence number ever comes again. */
export const followHistory = (folder: string): PackingHistory => {
  const codes = new Map<string, number>()
  let packed = 0
  let lastSeq = 0
  let untold = 0

  const cartonsIn = (database: Database.Database): ReadonlyMap<string, StoredCarton> =>
    new Map(
      database
        .prepare<[], StoredCarton & { code: string }>(
          `select code, carton_no as cartonNo, state,
            coalesce((select sum(quantity) from carton_contents c where c.code = cartons.code), 0) as units
           from cartons`,
        )
        .all()
        .map((row) => [row.code, row]),
    )
  const checkNumbers = (database: Database.Database, told: readonly Told[]): void => {
    const acknowledged = told.at(-1)?.packed ?? packed
    const stored = numberOf(database, `select packed from order_lines where sku = 'SKU-A'`)
    expect(stored - acknowledged).toBeGreaterThanOrEqual(0)
    expect(stored - acknowledged).toBeLessThanOrEqual(1)
    const scans = `select count(*) from scans where outcome = 'accepted' and undone = 0`
    expect(numberOf(database, scans)).toBe(stored)
    expect(numberOf(database, 'select sum(quantity) from carton_contents')).toBe(stored)
    untold += stored - acknowledged
    packed = stored
    const seq = numberOf(database, 'select last_seq from station')
    expect(seq).toBeGreaterThanOrEqual(lastSeq)
    expect(numberOf(database, 'select count(*) from outbox where epoch = 1')).toBe(seq)
    lastSeq = seq
  }
  const checkCartons = (database: Database.Database, told: readonly Told[]): void => {
    const cartons = cartonsIn(database)
    // One expectation for all of them: thousands in each of a thousand rounds would be most of the run.
    const changed = [...codes].filter(
      ([code, cartonNo]) => cartons.get(code)?.cartonNo !== cartonNo,
    )
    expect(changed).toEqual([])
    const newest = [...codes.keys()].at(-1) ?? ''
    const fresh = [...cartons].filter(([code]) => !codes.has(code))
    for (const [code, { cartonNo }] of fresh) {
      expect(code > newest).toBe(true)
      codes.set(code, cartonNo)
    }
    for (const { code, cartonNo, units, verified } of told) {
      if (code !== null) {
        expect(cartons.get(code)?.cartonNo).toBe(cartonNo)
        expect(cartons.get(code)?.units).toBeGreaterThanOrEqual(units)
      }
      if (verified !== null) expect(cartons.get(verified)?.state).toBe('verified')
    }
    const sealed = [...cartons.values()].filter(({ state }) => state !== 'open').length
    const facts = `select count(distinct json_extract(payload, '$.carton_code')) from outbox where type = 'carton-sealed'`
    expect(numberOf(database, facts)).toBe(sealed)
    expect(numberOf(database, `select count(*) from outbox where type = 'carton-sealed'`)).toBe(
      sealed,
    )
    expect(numberOf(database, 'select count(*) from print_jobs where copy = 0')).toBe(sealed * 2)
  }

  return {
    check: (told) => {
      const database = new Database(join(folder, 'station.db'), { readonly: true })
      try {
        checkNumbers(database, told)
        checkCartons(database, told)
      } finally {
        database.close()
      }
    },
    get scans() {
      return packed
    },
    get cartons() {
      return codes.size
    },
    get untold() {
      return untold
    },
  }
}
