import { PostgresAdapter } from 'kysely'
import type { Database } from './database.ts'

// PostgreSQL ended the transaction to untie it from another one; it may simply run again.
// https://www.postgresql.org/docs/current/errcodes-appendix.html, class 40
const entangled: ReadonlySet<unknown> = new Set(['40001', '40P01'])
const mostAttempts = 20

/** Runs `work` as one transaction: all of it, or nothing. It may run more than once. */
export const transact = async <T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
      if (attempt === mostAttempts || !entangled.has(code)) throw error
    }
  }
}

/** Reads everything as it was at one moment. */
export const readConsistently = <T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(work)

// SQLite has one writer at a time and no row locks; PostgreSQL has many writers.
const hasRowLocks = (tx: Database): boolean => tx.getExecutor().adapter instanceof PostgresAdapter

/**
 * Until the transaction ends nobody else changes these orders: their lines, their rights, their numbers.
 * Always before the server row is written, and in one order, so that two transactions rarely wait for each other.
 */
export const lockOrders = async (tx: Database, references: readonly string[]): Promise<void> => {
  if (references.length === 0 || !hasRowLocks(tx)) return
  await tx
    .selectFrom('orders')
    .select('reference_no')
    .where('reference_no', 'in', references)
    .orderBy('reference_no')
    .forUpdate()
    .execute()
}

/** The station as it is now; until the transaction ends nobody else changes it. */
export const lockStation = (tx: Database, stationId: string) => {
  const query = tx
    .selectFrom('stations')
    .select(['epoch', 'last_seq', 'fenced_at'])
    .where('station_id', '=', stationId)
  return (hasRowLocks(tx) ? query.forUpdate() : query).executeTakeFirstOrThrow()
}
